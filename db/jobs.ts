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
  await owner.query('reset role')
}

const QUEUE_JOB = `
  create or replace function jobs.queue_job(task text, payload json, job_key text default null, run_at timestamptz default null)
  returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
  begin
    perform graphile_worker.add_job(identifier => task, payload => payload, run_at => run_at, job_key => job_key);
  end $$;
  revoke execute on function jobs.queue_job from public;
  grant usage on schema jobs to lumix_app;
  grant execute on function jobs.queue_job to lumix_app`

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
