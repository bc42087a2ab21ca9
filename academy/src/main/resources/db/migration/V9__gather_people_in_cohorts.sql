-- People who learn together, and those who lead them (decision 43).
create table cohort (
    id uuid primary key,
    name text not null,
    created_at timestamptz not null
);

create table cohort_member (
    cohort uuid not null references cohort on delete cascade,
    person uuid not null references person on delete cascade,
    leads boolean not null,
    joined_at timestamptz not null,
    primary key (cohort, person)
);

create index on cohort_member (person);

-- A lab that a cohort is to have passed by a moment.
create table assignment (
    cohort uuid not null references cohort on delete cascade,
    lab text not null,
    due_at timestamptz not null,
    primary key (cohort, lab)
);

-- Whoever uses the link is then in the cohort.
create table cohort_invitation (
    invitation uuid primary key references invitation on delete cascade,
    cohort uuid not null references cohort on delete cascade
);
