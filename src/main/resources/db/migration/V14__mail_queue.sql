-- The queue of mails to send: names and columns are db-scheduler's. It contains ids and no addresses.
create table if not exists scheduled_tasks (
  task_name            varchar(100) not null,
  task_instance        varchar(100) not null,
  task_data            bytea,
  execution_time       timestamp with time zone not null,
  picked               boolean      not null,
  picked_by            varchar(100),
  last_success         timestamp with time zone,
  last_failure         timestamp with time zone,
  consecutive_failures integer,
  last_heartbeat       timestamp with time zone,
  version              bigint       not null,
  priority             smallint,
  primary key (task_name, task_instance)
);

create index if not exists scheduled_tasks_by_time on scheduled_tasks (execution_time);
create index if not exists scheduled_tasks_by_heartbeat on scheduled_tasks (last_heartbeat);

-- The cases about which the next mail to the desk tells.
create table if not exists desk_notices (
  case_id  bigint primary key constraint desk_notices_case references cases on delete cascade,
  asked_at timestamp with time zone not null
);

-- Whether the student allows that the address of the recommendation's page is mailed.
alter table contacts add column if not exists page_may_be_mailed boolean default false not null;
