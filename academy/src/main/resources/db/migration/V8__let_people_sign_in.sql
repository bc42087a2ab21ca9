-- Who may sign in to an academy for many, and as what (decision 42). Solo mode has none of it.
create table account (
    person uuid primary key references person on delete cascade,
    name text not null,
    mail text not null,
    role text not null check (role in ('learner', 'instructor', 'admin')),
    password text not null,
    suspended boolean not null default false,
    signed_in_at timestamptz
);

-- One address, one account, however it is written.
create unique index on account (lower(mail));

-- A link that lets somebody in: as a new account of a role, or back into one whose password is lost. Only a hash of its token is kept.
create table invitation (
    id uuid primary key,
    token_hash bytea not null unique,
    role text check (role in ('learner', 'instructor', 'admin')),
    mail text,
    person uuid references account on delete cascade,
    made_by uuid references person on delete set null,
    made_at timestamptz not null,
    expires_at timestamptz not null,
    uses_left int not null check (uses_left >= 0),
    check ((role is null) <> (person is null))
);

-- What admins and instructors did, and what happened to accounts. Names are those of then, until their person is deleted.
create table audit (
    id bigint primary key generated always as identity,
    at timestamptz not null,
    actor uuid references person on delete set null,
    actor_name text not null,
    action text not null,
    subject text not null,
    subject_person uuid references person on delete set null
);

-- Spring Session's own tables, as its version 4.1 has them.
create table spring_session (
    primary_id char(36) not null,
    session_id char(36) not null,
    creation_time bigint not null,
    last_access_time bigint not null,
    max_inactive_interval int not null,
    expiry_time bigint not null,
    principal_name varchar(100),
    constraint spring_session_pk primary key (primary_id)
);

create unique index spring_session_ix1 on spring_session (session_id);
create index spring_session_ix2 on spring_session (expiry_time);
create index spring_session_ix3 on spring_session (principal_name);

create table spring_session_attributes (
    session_primary_id char(36) not null,
    attribute_name varchar(200) not null,
    attribute_bytes bytea not null,
    constraint spring_session_attributes_pk primary key (session_primary_id, attribute_name),
    constraint spring_session_attributes_fk foreign key (session_primary_id) references spring_session (primary_id) on delete cascade
);
