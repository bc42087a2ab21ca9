-- What a cohort may ask of a lab beside a deadline (decision 46). Nothing of it holds unless it is set.

-- Days begin and end in a cohort's own zone.
alter table cohort add column zone text not null default 'UTC';

-- Whoever uses the link leads the cohort.
alter table cohort_invitation add column leads boolean not null default false;

alter table assignment
    alter column due_at drop not null,
    add column opens_at timestamptz,
    -- whether nothing is taken after it was due
    add column closes boolean not null default false,
    -- how many attempts count at most; null: any number
    add column attempts int check (attempts > 0),
    add column hints_after int not null default 0 check (hints_after >= 0),
    add column hint_minutes int not null default 0 check (hint_minutes >= 0),
    add column hides_solution boolean not null default false,
    add check (opens_at < due_at),
    add check (due_at is not null or not closes);

-- More time for one person.
create table extension (
    cohort uuid not null,
    person uuid not null,
    lab text not null,
    due_at timestamptz not null,
    primary key (cohort, person, lab),
    foreign key (cohort, person) references cohort_member on delete cascade
);

-- When an archive brought it along: before that it was not here, whatever it says of itself. Null: made here.
alter table version add column brought_at timestamptz;
update version v set brought_at = now() from judging j where j.version = v.id and j.state = 'done' and j.lease = 0;

-- What the grid asks of a report, without reading all of it.
alter table judging add column outcomes jsonb
    generated always as (jsonb_path_query_array(report, '$.checks[*].outcome')) stored;
