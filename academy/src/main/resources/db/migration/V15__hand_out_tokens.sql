-- What programs of a person come in with. The token itself is a JWT and is not kept; one without a row here opens nothing.
create table api_token (
    id uuid primary key,
    person uuid not null references account on delete cascade,
    name text not null,
    scopes text[] not null,
    made_at timestamptz not null,
    expires_at timestamptz not null,
    used_at timestamptz
);

create index on api_token (person);

-- Keys that all academies on this database share, made by the first that needs one.
create table secret (
    name text primary key,
    bytes bytea not null
);

-- What a request with an Idempotency-Key made, so that the same request makes nothing twice.
create table idempotency (
    person uuid not null references person on delete cascade,
    key text not null,
    version uuid not null references version on delete cascade,
    at timestamptz not null,
    primary key (person, key)
);

create index on idempotency (at);
