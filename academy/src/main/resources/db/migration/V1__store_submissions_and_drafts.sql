-- What a learner handed in or kept, whole, before anything else happens with it.
create table version (
    id uuid primary key,
    lab text not null,
    number int not null,
    kind text not null check (kind in ('checked', 'told', 'kept')),
    lab_digest text not null,
    files_digest text not null,
    seed bigint not null,
    attempt int not null,
    created_at timestamptz not null,
    unique (lab, number)
);

create table version_file (
    version uuid not null references version on delete cascade,
    path text not null,
    content bytea not null,
    primary key (version, path)
);

-- Where judging stands. A verdict is written once, by whoever holds the latest lease.
create table judging (
    version uuid primary key references version on delete cascade,
    state text not null check (state in ('queued', 'running', 'done')),
    lease int not null default 0,
    unjudged int not null default 0,
    verdict text check (verdict in ('passed', 'failed', 'unjudged')),
    report jsonb,
    judged_at timestamptz,
    check (state <> 'done' or (report is not null and verdict is not null))
);

create table draft (
    lab text primary key,
    starter_digest text not null,
    files jsonb not null,
    saved_at timestamptz not null
);
