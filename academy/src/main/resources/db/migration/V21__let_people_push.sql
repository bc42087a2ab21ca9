-- A bare repository of git's for each person and lab, as packs and branches (decision 48).
create table git_repository (
    id uuid primary key,
    person uuid not null references person on delete cascade,
    lab text not null,
    unique (person, lab)
);

create table git_pack (
    id uuid primary key,
    repository uuid not null references git_repository on delete cascade,
    source text not null,
    objects bigint not null,
    made_at timestamptz not null
);

create index on git_pack (repository);

-- A pack's files by the ending of their names: the objects, and where each of them lies.
create table git_file (
    pack uuid not null references git_pack on delete cascade,
    ending text not null,
    bytes bytea not null,
    primary key (pack, ending)
);

-- They are compressed already, and are read in parts.
alter table git_file alter column bytes set storage external;

create table git_branch (
    repository uuid not null references git_repository on delete cascade,
    name text not null,
    head text not null,
    primary key (repository, name)
);
