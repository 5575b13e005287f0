-- The edition that admins are working on, or null. Every change raises the version, so that of two admins who edit it, the
-- second is told. A draft that came with a release of the application was changed by nobody.
create table guide_draft (
  id         integer primary key check (id = 1),
  version    bigint not null,
  content    varchar(100000),
  based_on   integer references guide_editions,
  changed_at timestamp with time zone,
  changed_by varchar(100)
);
insert into guide_draft (id, version) values (1, 0);

-- The editions of releases that became a draft, by the SHA-256 of their files: each does so once.
create table guide_shipped_drafts (
  sha256 char(64) primary key
);

-- A publication that was taken back before its day.
alter table guide_publications add column withdrawn_at timestamp with time zone;
alter table guide_publications add column withdrawn_by varchar(100);
