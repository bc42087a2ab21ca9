-- What those who lead a cohort, and its people, write beside the lines of a version.
create table comment (
    id uuid primary key,
    version uuid not null references version on delete cascade,
    path text not null,
    line int not null check (line > 0),
    author uuid references person on delete set null,
    text text not null,
    written_at timestamptz not null,
    read_at timestamptz
);

create index on comment (version);
