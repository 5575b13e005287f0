-- The queue's orders, each with the number of the case at its end, so that no two cases share a place.
-- Waiting longest: those asked for, the longest asked first, then the others as they were opened.
create index cases_by_waiting on cases (asked_at, opened_at, id);
-- Newest first; read from its end.
create index cases_by_opening on cases (opened_at, id);
-- Covered by the first of these.
drop index cases_by_asking;
