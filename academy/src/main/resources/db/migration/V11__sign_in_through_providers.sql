-- Who somebody is at a provider that they sign in through (decision 45): a subject is its issuer's alone.
create table provider_identity (
    issuer text not null,
    subject text not null,
    person uuid not null references account on delete cascade,
    linked_at timestamptz not null,
    primary key (issuer, subject),
    unique (person, issuer)
);

-- Whoever opened their account through a provider has none.
alter table account alter column password drop not null;

-- Whether the address is known to be theirs: a provider says so, or who invited them named it.
alter table account add column mail_known boolean not null default false;
