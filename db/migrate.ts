import { drizzle } from 'drizzle-orm/node-postgres'
import { migrate as applyMigrations } from 'drizzle-orm/node-postgres/migrator'
import pg from 'pg'
import { refuseOtherHistory } from './history'
import { prepareJobs } from './jobs'
import { applyRepeatable } from './repeatable'
import { guardDatabase, type Logins, makeRoles } from './roles'

const MIGRATIONS = 'db/migrations'

/**
 * Brings a database (Postgres 15 or newer) up to date: roles, our tables, the worker's, functions and privileges. Safe to run
 * repeatedly and concurrently. `ownerUrl` names a login that owns the database and may create roles; it need not be a superuser.
 * The logins of the other addresses are created if missing, with the passwords in those addresses.
 */
export async function migrate(ownerUrl: string, logins: Logins) {
  const client = new pg.Client(ownerUrl)
  await client.connect()
  try {
    await refuseOldServer(client)
    await client.query(`select pg_advisory_lock(hashtext('lumix migrate'))`) // held until this connection ends
    await refuseOtherHistory(client, MIGRATIONS)
    await makeRoles(client, logins)
    await guardDatabase(client)
    await applyMigrations(drizzle(client), { migrationsFolder: MIGRATIONS })
    await prepareJobs(client, ownerUrl)
    await applyRepeatable(client)
    await client.query("select log.make_months(current_date, (current_date + interval '2 months')::date)") // later ones are created by the worker
  } finally {
    await client.end()
  }
}

async function refuseOldServer(client: pg.Client) {
  const { rows } = await client.query(
    `select current_setting('server_version_num')::int as number, current_setting('server_version') as name`,
  )
  if (rows[0].number < 150_000)
    throw new Error(`Postgres 15 or newer is needed; OWNER_DATABASE_URL leads to ${rows[0].name}.`)
}
