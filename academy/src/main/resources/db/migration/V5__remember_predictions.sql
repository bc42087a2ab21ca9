-- What a learner predicted: a row for each question, with its last answer and when it is worth asking again (decision 33).
create table prediction (
    id uuid primary key,
    -- of whose lesson or program it is; null: of a program of the playground
    lab text,
    asked_by text not null check (asked_by in ('lesson', 'recording')),
    -- digest of what is asked
    key text not null,
    question jsonb not null,
    chosen int not null,
    times int not null check (times > 0),
    wrong int not null check (wrong between 0 and times),
    box int not null check (box between 0 and 5),
    answered_at timestamptz not null,
    due_at timestamptz not null,
    unique nulls not distinct (lab, key)
);

create index on prediction (due_at);
