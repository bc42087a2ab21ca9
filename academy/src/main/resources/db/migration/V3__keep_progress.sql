create table hint_opened (
    lab text not null,
    check_id text not null,
    tier int not null,
    opened_at timestamptz not null,
    primary key (lab, check_id, tier)
);

create table solution_seen (
    lab text primary key,
    seen_at timestamptz not null
);
