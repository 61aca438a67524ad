import { Logger, runMigrations } from 'graphile-worker'
import pg from 'pg'

/**
 * Makes graphile-worker's tables, owned by the worker's group: their row security lets nobody else in. So the app
 * queues through `jobs.queue_job`, which runs as their owner.
 */
export async function prepareJobs(owner: pg.Client, ownerUrl: string) {
  await owner.query('create schema if not exists graphile_worker authorization lumix_worker')
  await owner.query('create schema if not exists jobs authorization lumix_worker')
  await whileAllowedToCreate(owner, () => runAs('lumix_worker', ownerUrl))
  await owner.query('set role lumix_worker')
  await owner.query(QUEUE_JOB)
  await owner.query(FAILED_JOBS)
  await owner.query('reset role')
}

const QUEUE_JOB = `
  create or replace function jobs.queue_job(task text, payload json, job_key text default null, run_at timestamptz default null)
  returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
  begin
    -- A code lives for ten minutes, so it never waits behind a notice to everybody.
    perform graphile_worker.add_job(
      identifier => task, payload => payload, run_at => run_at, job_key => job_key,
      priority => case task when 'send-sign-in' then -1 else 0 end);
  end $$;
  revoke execute on function jobs.queue_job from public;
  grant usage on schema jobs to lumix_app;
  grant execute on function jobs.queue_job to lumix_app`

/**
 * What an administrator may see of jobs that failed, and have tried once more: no payload, and of the last error the first line
 * without what looks like an address. A mail that was given up is a row of `mails`, so its job is not shown besides.
 */
const FAILED_JOBS = `
  create or replace function jobs.failed_jobs()
  returns table (id bigint, task text, attempts int, most int, error text, queued_at timestamptz, tried_at timestamptz, next_at timestamptz)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
    select j.id, j.task_identifier, j.attempts, j.max_attempts,
           left(regexp_replace(split_part(j.last_error, E'\\n', 1), '\\S+@\\S+', '…', 'g'), 200),
           j.created_at, j.updated_at, case when j.attempts < j.max_attempts then j.run_at end
      from graphile_worker.jobs j
     where j.last_error is not null and j.attempts > 0 and (j.task_identifier <> 'send-mail' or j.attempts < j.max_attempts)
     order by j.updated_at desc, j.id desc
  $$;
  create or replace function jobs.try_again(job bigint)
  returns text language sql security definer set search_path = pg_catalog, pg_temp as $$
    select f.task
      from jobs.failed_jobs() f
     cross join lateral graphile_worker.reschedule_jobs(array[f.id], now(), null, 0::smallint, null)
     where f.id = job
  $$;
  revoke execute on function jobs.failed_jobs, jobs.try_again from public;
  grant execute on function jobs.failed_jobs, jobs.try_again to lumix_app`

/** graphile-worker says "create schema if not exists", which Postgres refuses without this, even when it exists. */
async function whileAllowedToCreate(owner: pg.Client, act: () => Promise<void>) {
  const { rows } = await owner.query('select current_database() as name')
  const database = owner.escapeIdentifier(rows[0].name)
  await owner.query(`grant create on database ${database} to lumix_worker`)
  await act().finally(() => owner.query(`revoke create on database ${database} from lumix_worker`))
}

async function runAs(role: string, url: string) {
  const pool = new pg.Pool({ connectionString: url, max: 1 })
  pool.on('connect', (client) => void client.query(`set role ${role}`))
  pool.on('error', () => {})
  await runMigrations({ pgPool: pool, logger: new Logger(() => () => {}) }).finally(() => pool.end())
}
