// Tests against the real database.
//
//   const { db, as } = testDatabase()
//   test('…', async () => {
//     await db.insert(centres).values({ … })   // as the app, through the `db` that queries and commands use
//     await as.desk.execute(sql`…`)             // as the service desk; also as.owner and as.worker
//   })
//
// Every file that vitest.config.ts treats as an integration test by its name (queries, commands, db/, *.db.test.ts)
// gets its own freshly migrated database before its first line runs; it is dropped after the last test. The settings
// (DATABASE_URL …) point to it. Tests in one file share it, so each creates its own people and products.
// Time is passed in; nothing sleeps.
import { sql } from 'drizzle-orm'
import { afterAll, inject } from 'vitest'
import { appDatabase, connect, type Database } from '@/db/client'

/** Returns this test file's database, through one connection per kind of login. Call it at the top of the file. */
export function testDatabase() {
  if (!inject('cluster'))
    throw new Error(
      'A test that uses the database must be named *.db.test.ts, queries.test.ts or commands.test.ts (vitest.config.ts).',
    )
  const app = appDatabase()
  const opened = {
    owner: connect(String(process.env.OWNER_DATABASE_URL), 2),
    worker: connect(String(process.env.WORKER_DATABASE_URL), 2),
    desk: connect(String(process.env.DESK_DATABASE_URL), 2),
  }
  afterAll(async () => {
    await Promise.all([app, ...Object.values(opened)].map(({ pool }) => pool.end()))
  })
  const as = { app: app.db, owner: opened.owner.db, worker: opened.worker.db, desk: opened.desk.db }
  return { db: app.db, as, pool: app.pool }
}

/** Resolves once a session in this database waits for a lock of another transaction. */
export async function waitingForLock(owner: Database) {
  const waiting = sql`select from pg_locks join pg_stat_activity using (pid)
    where not granted and datname = current_database()`
  while ((await owner.execute(waiting)).rows.length === 0) await new Promise((done) => setTimeout(done, 10))
}
