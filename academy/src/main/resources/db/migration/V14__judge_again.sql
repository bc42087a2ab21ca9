-- A lab was mended: what a cohort's people handed in last is judged once more, behind whatever they hand in now (decision 46).
create table rejudging_run (
    id uuid primary key,
    cohort uuid not null references cohort on delete cascade,
    lab text not null,
    lab_digest text not null,
    asked_at timestamptz not null,
    stopped_at timestamptz
);

create index on rejudging_run (cohort);

-- One version in it: what was found before, and what is found now.
create table rejudging (
    id uuid primary key,
    run uuid not null references rejudging_run on delete cascade,
    version uuid not null references version on delete cascade,
    state text not null default 'queued' check (state in ('queued', 'running', 'done')),
    lease int not null default 0,
    unjudged int not null default 0,
    verdict text check (verdict in ('passed', 'failed', 'unjudged')),
    report jsonb,
    judged_at timestamptz,
    former_verdict text not null,
    former_report jsonb not null,
    former_judged_at timestamptz,
    -- whether it was an attempt before; if not, being judged again makes it none
    was_attempt boolean not null,
    unique (run, version)
);

create index on rejudging (version);

-- What was found now holds from now on, unless it would take a pass away. When the version was judged first stays: hints count from it.
create function settle_rejudging(job uuid) returns void
language sql as $$
    update judging j
        set verdict = r.verdict, lease = greatest(j.lease, 1),
            report = jsonb_set(r.report, '{submission}', to_jsonb(r.version::text))
        from rejudging r
        where r.id = job and r.state = 'done' and r.verdict <> 'unjudged' and j.version = r.version
            and j.state = 'done' and (r.verdict = 'passed' or j.verdict <> 'passed');
$$;

-- Judges that work apart take these by the functions they know.
alter function judge_take(text, jsonb) rename to take_submission;
alter function judge_report(uuid, int, jsonb) rename to report_on_submission;

create function take_rejudging(worker text, labs jsonb)
returns table (job uuid, lab text, seed bigint, attempt int, waited float8, token int, in_vain int)
language sql as $$
    with next as (
        select t.task_instance, r.id as rejudging, v.lab, v.seed, v.attempt, u.asked_at
        from scheduled_tasks t
            join rejudging r on r.id::text = t.task_instance
            join rejudging_run u on u.id = r.run
            join version v on v.id = r.version
        where t.task_name = 'judge-again' and t.execution_time <= now() and r.state <> 'done' and u.stopped_at is null
            and (not t.picked or t.last_heartbeat < now() - interval '10 seconds')
            and labs ->> v.lab = u.lab_digest
        order by r.lease > r.unjudged + 3, t.execution_time
        limit 1
        for update of t skip locked),
    picked as (
        update scheduled_tasks t
        set picked = true, picked_by = worker, last_heartbeat = now(), version = t.version + 1
        from next where t.task_name = 'judge-again' and t.task_instance = next.task_instance
        returning t.task_instance),
    leased as (
        update rejudging r set state = 'running', lease = r.lease + 1
        from picked where r.id::text = picked.task_instance and r.state <> 'done'
        returning r.id, r.lease, r.unjudged)
    select next.rejudging, next.lab, next.seed, next.attempt,
        (extract(epoch from now() - next.asked_at) * 1000)::float8, leased.lease, leased.unjudged
    from next join leased on leased.id = next.rejudging;
$$;

-- What somebody hands in comes first.
create function judge_take(worker text, labs jsonb)
returns table (job uuid, lab text, seed bigint, attempt int, waited float8, token int, in_vain int)
language plpgsql security definer set search_path = public, pg_temp as $$
begin
    return query select * from take_submission(worker, labs);
    if not found then
        return query select * from take_rejudging(worker, labs);
    end if;
end $$;

create function report_on_rejudging(of_job uuid, token int, said jsonb) returns text
language plpgsql as $$
declare
    vain boolean := said ->> 'verdict' = 'unjudged';
    tries int;
    whose uuid;
begin
    if said ->> 'submission' is distinct from of_job::text
        or said ->> 'verdict' not in ('passed', 'failed', 'unjudged')
        or jsonb_typeof(said -> 'checks') is distinct from 'array' then
        raise exception 'this is no report on %', of_job using errcode = 'data_exception';
    end if;
    update rejudging r
        set state = case when vain and r.unjudged < 2 then 'queued' else 'done' end,
            verdict = said ->> 'verdict', report = said, judged_at = now(),
            unjudged = r.unjudged + vain::int
        where r.id = of_job and r.lease = token and r.state = 'running'
        returning r.unjudged, r.version into tries, whose;
    if tries is null then
        return 'refused';
    end if;
    if vain and tries < 3 then
        update scheduled_tasks t
            set picked = false, picked_by = null, last_heartbeat = null, version = t.version + 1,
                execution_time = now() + interval '5 seconds' * (4 ^ (tries - 1))
            where t.task_name = 'judge-again' and t.task_instance = of_job::text;
        return 'again';
    end if;
    perform settle_rejudging(of_job);
    perform pg_notify('backwright_live', jsonb_build_object('id', whose, 'written', true)::text);
    delete from scheduled_tasks t where t.task_name = 'judge-again' and t.task_instance = of_job::text;
    return 'done';
end $$;

create function judge_report(job uuid, token int, said jsonb) returns text
language sql security definer set search_path = public, pg_temp as $$
    select case when exists (select from rejudging r where r.id = job)
        then report_on_rejudging(job, token, said) else report_on_submission(job, token, said) end;
$$;

create or replace function judge_beat(worker text, about jsonb, hinders text, jobs uuid[]) returns setof uuid
language sql security definer set search_path = public, pg_temp as $$
    delete from judge_present where seen_at < now() - interval '1 day';
    insert into judge_present as p (name, version, places, labs, hindrance, seen_at)
        values (worker, about ->> 'version', (about ->> 'places')::int, about -> 'labs', hinders, now())
        on conflict (name) do update
            set version = excluded.version, places = excluded.places, labs = excluded.labs,
                hindrance = excluded.hindrance, seen_at = excluded.seen_at;
    update scheduled_tasks set last_heartbeat = now()
        where task_name in ('judge', 'judge-again') and picked and picked_by = worker and task_instance = any (jobs::text[])
        returning task_instance::uuid;
$$;

create or replace function judge_files(job uuid, token int) returns table (path text, content bytea)
language sql security definer set search_path = public, pg_temp as $$
    select f.path, f.content from version_file f join judging j on j.version = f.version
    where f.version = job and j.lease = token and j.state = 'running'
    union all select f.path, f.content from version_file f join rejudging r on r.version = f.version
    where r.id = job and r.lease = token and r.state = 'running';
$$;

create or replace function judge_give_back(job uuid, token int) returns boolean
language sql security definer set search_path = public, pg_temp as $$
    with submission as (
        update judging j set state = 'queued'
        where j.version = job and j.lease = token and j.state = 'running' returning j.version as id),
    again as (
        update rejudging r set state = 'queued'
        where r.id = job and r.lease = token and r.state = 'running' returning r.id),
    back as (select id from submission union all select id from again),
    freed as (
        update scheduled_tasks t
        set picked = false, picked_by = null, last_heartbeat = null, version = t.version + 1
        from back where t.task_name in ('judge', 'judge-again') and t.task_instance = back.id::text
        returning pg_notify('backwright_work', '') as told)
    select exists (select 1 from back) and (select count(told) >= 0 from freed);
$$;

-- Everybody may call a new function unless told otherwise.
revoke all on function settle_rejudging(uuid), take_submission(text, jsonb), take_rejudging(text, jsonb),
    report_on_submission(uuid, int, jsonb), report_on_rejudging(uuid, int, jsonb),
    judge_take(text, jsonb), judge_report(uuid, int, jsonb) from public;
