import 'server-only'
import { sql } from 'drizzle-orm'
import { type Database, db } from '@/db/client'
import journal from '@/db/migrations/meta/_journal.json'
import { storage } from '@/lib/files/storage'

type Part = 'ok' | 'fails'

/**
 * Returns the state of what the portal depends on: the database, its migrations, the storage, and a worker's heartbeat within the
 * last minute.
 */
export async function readiness(at: Date, on: Database = db): Promise<Record<string, Part>> {
  const [database, migrations, worker, store] = await Promise.all([
    check(async () => (await on.execute(sql`select 1`)).rowCount === 1),
    check(
      async () =>
        (await readCount(on, sql`select count(*) as n from drizzle.__drizzle_migrations`)) >=
        journal.entries.length,
    ),
    check(
      async () =>
        (await readCount(
          on,
          sql`select count(*) as n from worker_heartbeats where at > ${new Date(at.getTime() - 60_000).toISOString()}`,
        )) > 0,
    ),
    check(() => storage().ready()),
  ])
  return { database, migrations, worker, storage: store }
}

async function readCount(on: Database, query: ReturnType<typeof sql>) {
  const { rows } = await on.execute<{ n: string }>(query)
  return Number(rows[0]?.n)
}

/** A probe that throws counts as failed. */
const check = (probe: () => Promise<boolean>): Promise<Part> =>
  probe().then(
    (ok) => (ok ? 'ok' : 'fails'),
    () => 'fails',
  )
