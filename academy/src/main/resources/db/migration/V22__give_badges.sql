-- Badges: signed credentials for steps that were completed (decision 50).

-- What signs them, common to all academies on this database. Retired keys stay, for what they have signed.
create table badge_key (
    id uuid primary key,
    public_key bytea not null,
    private_key bytea,
    made_at timestamptz not null,
    retired_at timestamptz,
    check (private_key is not null or retired_at is not null)
);

-- One signs at a time.
create unique index on badge_key ((true)) where retired_at is null;

create table badge (
    id uuid primary key,
    person uuid not null references account on delete cascade,
    step text not null,
    taken_at timestamptz not null,
    -- the credential, letter by letter; none once it is withdrawn
    token text,
    withdrawn_at timestamptz,
    check ((token is null) = (withdrawn_at is not null))
);

create unique index on badge (person, step) where withdrawn_at is null;
create index on badge (person);

-- One version is run again because somebody wants to see it: then there is no cohort.
alter table rejudging_run
    alter column cohort drop not null,
    add column version uuid references version on delete cascade,
    add check ((cohort is null) <> (version is null));

create index on rejudging_run (version);
