-- What the cases of a period have in common is counted from this alone, without a look at the cases.
create index cases_by_kind on cases (opened_at, target_industry, role_focus, first_track, firmness);
