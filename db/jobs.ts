import { Logger, runMigrations } from 'graphile-worker'
import pg from 'pg'

/**
 * Creates graphile-worker's tables, owned by the worker's group: their row security denies everyone else. So the app
 * queues jobs through `jobs.queue_job`, which runs as their owner.
 */
export async function prepareJobs(owner: pg.Client, ownerUrl: string) {
  await owner.query('create schema if not exists graphile_worker authorization lumix_worker')
  await whileAllowedToCreate(owner, () => runAs('lumix_worker', ownerUrl))
}

/** graphile-worker runs "create schema if not exists", which Postgres refuses without this even if it exists. */
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
