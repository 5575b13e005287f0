-- Each change can be repeated: H2 commits it at once, and the next start continues after a migration that was interrupted.

-- What became of the cases of an account that was disabled: how many it had, and the number of the account that has them now
-- (null: nobody).
alter table account_changes add column if not exists case_count integer default 0 not null;
alter table account_changes add column if not exists case_holder_id bigint;

-- When a student asked an advisor to look, and when an advisor first answered. A student can ask again after a decision.
create table if not exists answered_requests (
  case_id     bigint not null constraint answered_requests_case references cases on delete cascade,
  asked_at    timestamp with time zone not null,
  answered_at timestamp with time zone not null,
  constraint answered_requests_key primary key (case_id, asked_at)
);
insert into answered_requests (case_id, asked_at, answered_at)
select c.id, c.asked_at, min(m.written_at) from cases c join messages m on m.case_id = c.id
where c.asked_at is not null and m.kind <> 'student' and m.written_at >= c.asked_at
  and not exists (select 1 from answered_requests a where a.case_id = c.id and a.asked_at = c.asked_at)
group by c.id, c.asked_at;
create index if not exists answered_requests_by_answer on answered_requests (answered_at, asked_at);

-- How often the steps of the questionnaire were reached on a day in UTC.
create table if not exists questionnaire_views (
  viewed_on date        not null,
  step      varchar(80) not null,
  views     bigint      not null,
  constraint questionnaire_views_key primary key (viewed_on, step)
);

-- So that decisions by advisor and cases by cohort are counted in an index alone.
drop index if exists cases_by_outcome;
create index cases_by_outcome on cases (outcome, opened_at, id, decision_reason, document_id, assignee);
create index if not exists cases_by_cohort on cases (cohort, opened_at, first_track, outcome);
