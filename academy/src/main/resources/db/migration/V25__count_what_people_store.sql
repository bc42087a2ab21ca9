-- What a version takes of what its person may store: its files, a report that was brought along, and 1 kB for itself. An academy of
-- an older version, which may still run beside, counts none.
alter table version add column bytes bigint not null default 0;

update version v set bytes = 1000
    + (select coalesce(sum(octet_length(f.content)), 0) from version_file f where f.version = v.id);

create index on version (person) include (bytes);

-- What each person stores. Rows without files count as 100 bytes.
create view stored (person, bytes) as
    select person, bytes from version
    union all select person, pg_column_size(files) from draft
    union all select person, 100 from hint_opened
    union all select person, 100 from solution_seen
    union all select person, 100 from recall
    union all select r.person, octet_length(f.bytes)
        from git_repository r
            join git_pack p on p.repository = r.id
            join git_file f on f.pack = p.id;
