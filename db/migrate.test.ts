import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { testDatabase } from '../testing/database'
import { migrate } from './migrate'

const { db, as } = testDatabase()
const urls = () => ({
  appUrl: String(process.env.DATABASE_URL),
  workerUrl: String(process.env.WORKER_DATABASE_URL),
  deskUrl: String(process.env.DESK_DATABASE_URL),
})
/** The message of the Postgres error, or 'allowed'. */
const errorOf = (statement: Promise<unknown>) =>
  statement.then(
    () => 'allowed',
    (error) => String(error.cause?.message ?? error.message),
  )

test('two concurrent runs migrate once, and a third changes nothing', async () => {
  const owner = String(process.env.OWNER_DATABASE_URL)
  await Promise.all([migrate(owner, urls()), migrate(owner, urls())])
  await migrate(owner, urls())
})

test('the app queues a job in its own transaction, and only through queue_job', async () => {
  const waiting = async () => {
    const { rows } = await as.worker.execute(
      sql`select count(*)::int as n from graphile_worker._private_jobs`,
    )
    return rows[0]?.n
  }
  const changedMind = db.transaction(async (tx) => {
    await tx.execute(sql`select jobs.queue_job('send-mail', '{}')`)
    throw new Error('changed my mind')
  })
  await expect(changedMind).rejects.toThrow('changed my mind')
  expect(await waiting()).toBe(0)

  await db.execute(sql`select jobs.queue_job('send-mail', '{}')`)
  expect(await waiting()).toBe(1)
  expect(await errorOf(db.execute(sql`select * from graphile_worker._private_jobs`))).toMatch(
    'permission denied',
  )
  expect(await errorOf(as.desk.execute(sql`select jobs.queue_job('send-mail', '{}')`))).toMatch(
    'permission denied',
  )
})

test('only the owner may create tables, and the desk not even temporary ones', async () => {
  expect(await errorOf(db.execute(sql`create table public.mine (i int)`))).toMatch('permission denied')
  expect(await errorOf(as.worker.execute(sql`create schema mine`))).toMatch('permission denied')
  expect(await errorOf(as.desk.execute(sql`create temporary table mine (i int)`))).toMatch(
    'permission denied',
  )
})

test('one login for two purposes is refused, as is a superuser', async () => {
  const owner = String(process.env.OWNER_DATABASE_URL)
  expect(await errorOf(migrate(owner, { ...urls(), appUrl: owner }))).toMatch('need different logins')
  const admin = owner.replace('portal_owner', 'admin')
  expect(await errorOf(migrate(owner, { ...urls(), deskUrl: admin }))).toMatch('is a superuser')
})
