create table account (
    id integer primary key,
    owner text not null,
    balance integer not null
);

create table transfer (
    id integer generated always as identity primary key,
    from_account integer not null references account,
    to_account integer not null references account,
    amount integer not null check (amount > 0),
    made_at timestamptz not null default now()
);

insert into account (id, owner, balance) values (1, 'Ada', 100), (2, 'Grace', 0), (3, 'Edsger', 50);
