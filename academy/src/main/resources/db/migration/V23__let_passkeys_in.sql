-- Passkeys (decision 52): what proves that its holder is somebody, and opens nothing by itself.

-- By what an authenticator knows an account: random, so that it says nothing of the person.
create table passkey_handle (
    person uuid primary key references person on delete cascade,
    handle text not null unique
);

-- Texts are base64url, as browsers send them.
create table passkey (
    id uuid primary key,
    person uuid not null references person on delete cascade,
    credential text not null unique,
    public_key text not null,
    -- as it was made; the library reads the key out of it
    attestation text not null,
    sign_count bigint not null,
    backup_eligible boolean not null,
    backed_up boolean not null,
    name text not null,
    made_at timestamptz not null,
    used_at timestamptz
);

create index on passkey (person);

-- What a browser was asked to answer: SHA-256 of the challenge, of what it is for and of who was asked. Gone once it is used.
create table passkey_challenge (
    hash bytea primary key,
    made_at timestamptz not null
);

create index on passkey_challenge (made_at);

-- Whether its owner had come by a passkey when they made it.
alter table api_token add column by_passkey boolean not null default false;
