-- Everything a learner makes belongs to a person, and goes with it (decision 40).
create table person (
    id uuid primary key,
    created_at timestamptz not null
);

-- The one of solo mode, whose everything was so far.
insert into person (id, created_at) values ('00000000-0000-0000-0000-000000000001', now());

alter table version add column person uuid not null
    default '00000000-0000-0000-0000-000000000001' references person on delete cascade;
alter table draft add column person uuid not null
    default '00000000-0000-0000-0000-000000000001' references person on delete cascade;
alter table hint_opened add column person uuid not null
    default '00000000-0000-0000-0000-000000000001' references person on delete cascade;
alter table solution_seen add column person uuid not null
    default '00000000-0000-0000-0000-000000000001' references person on delete cascade;
alter table prediction add column person uuid not null
    default '00000000-0000-0000-0000-000000000001' references person on delete cascade;
alter table recall add column person uuid not null
    default '00000000-0000-0000-0000-000000000001' references person on delete cascade;

-- From now on whoever writes says whose it is.
alter table version alter column person drop default;
alter table draft alter column person drop default;
alter table hint_opened alter column person drop default;
alter table solution_seen alter column person drop default;
alter table prediction alter column person drop default;
alter table recall alter column person drop default;

-- What was one of a kind in a lab is one of a kind in a person's lab.
alter table version drop constraint version_lab_number_key, add unique (person, lab, number);
alter table draft drop constraint draft_pkey, add primary key (person, lab);
alter table hint_opened drop constraint hint_opened_pkey, add primary key (person, lab, check_id, tier);
alter table solution_seen drop constraint solution_seen_pkey, add primary key (person, lab);
alter table prediction drop constraint prediction_lab_key_key, add unique nulls not distinct (person, lab, key);
alter table recall drop constraint recall_pkey, add primary key (person, lab, recalled_at);

-- How long judging a lab usually takes is asked of everybody's versions.
create index on version (lab);

-- What is due is asked of one person's predictions.
drop index prediction_due_at_idx;
create index on prediction (person, due_at);
