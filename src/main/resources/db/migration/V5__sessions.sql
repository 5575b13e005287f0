-- Sessions of the desk, so that a login holds on every instance. The columns are Spring Session's; times are
-- milliseconds since 1970.
create table sessions (
  primary_id            varchar(36)  primary key,
  session_id            varchar(43)  not null constraint sessions_session_id unique,
  creation_time         bigint       not null,
  last_access_time      bigint       not null,
  max_inactive_interval integer      not null,
  expiry_time           bigint       not null,
  principal_name        varchar(100)
);

create index sessions_by_expiry on sessions (expiry_time);

create table sessions_attributes (
  session_primary_id varchar(36)  not null references sessions on delete cascade,
  attribute_name     varchar(200) not null,
  attribute_bytes    bytea        not null,
  primary key (session_primary_id, attribute_name)
);
