-- Two facts that follow from others, kept so that an index leads straight to the few cases that matter all day among
-- very many: since when a student has been waiting, and whether an advisor has to do something.
alter table cases add column waiting_since timestamp with time zone;
alter table cases add column needs_someone boolean default false not null;
update cases set waiting_since = asked_at where asked_at is not null and status in ('NEW', 'IN_REVIEW');
update cases set needs_someone = true
  where status in ('NEW', 'IN_REVIEW') and (asked_at is not null or assignee is not null);

drop index cases_by_waiting;
create index cases_by_waiting on cases (waiting_since, opened_at, id);
create index cases_needing_someone on cases (needs_someone, waiting_since, opened_at, id);

-- A first track has a third of all cases and a status has nearly all of them: a database that begins with these indexes
-- sorts half of the table for a page of fifty rows. Without them it walks along the order and leaves out what does not
-- fit.
drop index cases_by_first_track;
drop index cases_by_status;
