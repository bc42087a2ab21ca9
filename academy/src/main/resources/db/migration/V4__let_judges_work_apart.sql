-- Judges that are processes of their own have a role that may call these functions and nothing else (decision 27).
-- They work on the queue's own rows: whoever has one, no one else takes it while it is seen to live.

-- By which digest of its lab it is to be judged; null: by the one it was handed in for.
alter table judging add column judge_by text;

-- Which judges are there, and what keeps one from taking anything.
create table judge_present (
    name text primary key,
    version text not null,
    places int not null,
    labs jsonb not null,
    hindrance text,
    seen_at timestamptz not null
);

-- What judge and database speak with each other; a judge of another version does not begin.
create function judge_contract() returns int
language sql immutable as 'select 1';

-- Says that it is there, and that it still works on these. Returns those it still holds.
create function judge_beat(worker text, about jsonb, hinders text, jobs uuid[]) returns setof uuid
language sql security definer set search_path = public, pg_temp as $$
    delete from judge_present where seen_at < now() - interval '1 day';
    insert into judge_present as p (name, version, places, labs, hindrance, seen_at)
        values (worker, about ->> 'version', (about ->> 'places')::int, about -> 'labs', hinders, now())
        on conflict (name) do update
            set version = excluded.version, places = excluded.places, labs = excluded.labs,
                hindrance = excluded.hindrance, seen_at = excluded.seen_at;
    update scheduled_tasks set last_heartbeat = now()
        where task_name = 'judge' and picked and picked_by = worker and task_instance = any (jobs::text[])
        returning task_instance::uuid;
$$;

create function judge_leave(worker text) returns void
language sql security definer set search_path = public, pg_temp as
    'delete from judge_present where name = worker';

-- Takes one that its labs are right for: due, and held by nobody who was seen in the last ten seconds. What was taken
-- again and again waits behind the others: it may be what ends judges.
create function judge_take(worker text, labs jsonb)
returns table (job uuid, lab text, seed bigint, attempt int, waited float8, token int, in_vain int)
language sql security definer set search_path = public, pg_temp as $$
    with next as (
        select t.task_instance, v.*
        from scheduled_tasks t
            join judging j on j.version::text = t.task_instance
            join version v on v.id = j.version
        where t.task_name = 'judge' and t.execution_time <= now() and j.state <> 'done'
            and (not t.picked or t.last_heartbeat < now() - interval '10 seconds')
            and labs ->> v.lab = coalesce(j.judge_by, v.lab_digest)
        order by j.lease > j.unjudged + 3, t.execution_time
        limit 1
        for update of t skip locked),
    picked as (
        update scheduled_tasks t
        set picked = true, picked_by = worker, last_heartbeat = now(), version = t.version + 1
        from next where t.task_name = 'judge' and t.task_instance = next.task_instance
        returning t.task_instance),
    leased as (
        update judging j set state = 'running', lease = j.lease + 1
        from picked where j.version::text = picked.task_instance and j.state <> 'done'
        returning j.version, j.lease, j.unjudged)
    select next.id, next.lab, next.seed, next.attempt,
        (extract(epoch from now() - next.created_at) * 1000)::float8, leased.lease, leased.unjudged
    from next join leased on leased.version = next.id;
$$;

create function judge_files(job uuid, token int) returns table (path text, content bytea)
language sql security definer set search_path = public, pg_temp as $$
    select f.path, f.content from version_file f join judging j on j.version = f.version
    where f.version = job and j.lease = token and j.state = 'running';
$$;

-- Tells open pages how far it is. Nothing is kept.
create function judge_tell(job uuid, token int, what jsonb) returns void
language sql security definer set search_path = public, pg_temp as $$
    select pg_notify('backwright_live', jsonb_build_object('id', j.version, 'told', what)::text)
    from judging j where j.version = job and j.lease = token and j.state = 'running'
        and octet_length(what::text) < 7000;
$$;

-- Writes what was said, once, under its token: `done`; `again` where it came to nothing and is tried again; `refused`
-- where another judge has it or it is done.
create function judge_report(job uuid, token int, said jsonb) returns text
language plpgsql security definer set search_path = public, pg_temp as $$
declare
    vain boolean := said ->> 'verdict' = 'unjudged';
    tries int;
begin
    if said ->> 'submission' is distinct from job::text
        or said ->> 'verdict' not in ('passed', 'failed', 'unjudged')
        or jsonb_typeof(said -> 'checks') is distinct from 'array' then
        raise exception 'this is no report on %', job using errcode = 'data_exception';
    end if;
    update judging j
        set state = case when vain and j.unjudged < 2 then 'queued' else 'done' end,
            verdict = said ->> 'verdict', report = said, judged_at = now(),
            unjudged = j.unjudged + vain::int
        where j.version = job and j.lease = token and j.state = 'running'
        returning j.unjudged into tries;
    if tries is null then
        return 'refused';
    end if;
    perform pg_notify('backwright_live', jsonb_build_object('id', job, 'written', not vain or tries > 2)::text);
    if vain and tries < 3 then
        update scheduled_tasks t
            set picked = false, picked_by = null, last_heartbeat = null, version = t.version + 1,
                execution_time = now() + interval '5 seconds' * (4 ^ (tries - 1))
            where t.task_name = 'judge' and t.task_instance = job::text;
        return 'again';
    end if;
    delete from scheduled_tasks t where t.task_name = 'judge' and t.task_instance = job::text;
    return 'done';
end $$;

-- Lets go of one that it will not finish; the next takes it at once. Under that token nothing can be written any more.
create function judge_give_back(job uuid, token int) returns boolean
language sql security definer set search_path = public, pg_temp as $$
    with back as (
        update judging j set state = 'queued'
        where j.version = job and j.lease = token and j.state = 'running' returning j.version),
    freed as (
        update scheduled_tasks t
        set picked = false, picked_by = null, last_heartbeat = null, version = t.version + 1
        from back where t.task_name = 'judge' and t.task_instance = back.version::text
        returning pg_notify('backwright_work', '') as told)
    select exists (select 1 from back) and (select count(told) >= 0 from freed);
$$;

-- Everybody may call a new function unless told otherwise.
revoke all on function judge_contract(), judge_beat(text, jsonb, text, uuid[]), judge_leave(text),
    judge_take(text, jsonb), judge_files(uuid, int), judge_tell(uuid, int, jsonb),
    judge_report(uuid, int, jsonb), judge_give_back(uuid, int) from public;
