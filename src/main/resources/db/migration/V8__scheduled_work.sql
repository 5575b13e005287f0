-- Who does what is done by the clock, and until when nobody else does: a row for each kind of work (ShedLock).
create table shedlock (
  name       varchar(64)  primary key,
  lock_until timestamp    not null,
  locked_at  timestamp    not null,
  locked_by  varchar(255) not null
);
