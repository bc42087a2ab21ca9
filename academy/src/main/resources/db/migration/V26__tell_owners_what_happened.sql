-- What happened to how an account is entered, until its owner was told by mail. It opens nothing.
create table notice (
    id uuid primary key,
    person uuid not null references person on delete cascade,
    mail text not null,
    kind text not null,
    provider text not null,
    happened_at timestamptz not null,
    tries int not null default 0
);
