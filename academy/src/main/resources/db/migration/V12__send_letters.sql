-- What is to be mailed, until it is. The link in a letter is made when it is sent, and is not kept.
create table letter (
    id uuid primary key,
    kind text not null check (kind in ('invitation', 'recovery')),
    mail text not null,
    invitation uuid references invitation on delete cascade,
    written_at timestamptz not null,
    tries int not null default 0,
    trouble text,
    check ((kind = 'invitation') = (invitation is not null))
);

-- Asked for twice, it is sent once.
create unique index on letter (lower(mail)) where kind = 'recovery';

-- db-scheduler's table once more: what judges pull from knows nothing of letters.
create table letter_queue (
    task_name text not null,
    task_instance text not null,
    task_data bytea,
    execution_time timestamptz not null,
    picked boolean not null,
    picked_by text,
    last_success timestamptz,
    last_failure timestamptz,
    consecutive_failures int,
    last_heartbeat timestamptz,
    version bigint not null,
    priority smallint,
    primary key (task_name, task_instance)
);

create index on letter_queue (execution_time);
create index on letter_queue (last_heartbeat);
