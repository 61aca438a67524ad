import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { testDatabase } from '../testing/database'
import { migrate } from './migrate'

const { as } = testDatabase()
const migrateAgain = () =>
  migrate(String(process.env.OWNER_DATABASE_URL), {
    appUrl: String(process.env.DATABASE_URL),
    workerUrl: String(process.env.WORKER_DATABASE_URL),
    deskUrl: String(process.env.DESK_DATABASE_URL),
  })
const one = async (query: ReturnType<typeof sql>) =>
  Object.values((await as.owner.execute(query)).rows[0] ?? {})[0]
const appliedAt = () => one(sql`select max(applied_at)::text from drizzle.applied_files`)
const mayCheck = () =>
  one(sql`select has_function_privilege('lumix_desk', 'desk.desk_check'::regproc, 'execute')`)

test('functions and privileges are left alone while no file has changed', async () => {
  const before = await appliedAt()
  await migrateAgain()
  expect(await appliedAt()).toBe(before)
})

test('functions and privileges are applied again when a file has changed', async () => {
  const path = 'db/roles/30-desk.sql'
  await as.owner.execute(sql`revoke execute on function desk.desk_check from lumix_desk`)
  await as.owner.execute(sql`grant delete, update (note) on alerts to lumix_app`)
  await migrateAgain()
  expect(await mayCheck()).toBe(false)

  await as.owner.execute(sql`update drizzle.applied_files set sha256 = 'another' where path = ${path}`)
  await migrateAgain()
  expect(await mayCheck()).toBe(true)
  expect(await one(sql`select has_table_privilege('lumix_app', 'alerts', 'delete')`)).toBe(false)
  expect(await one(sql`select sha256 <> 'another' from drizzle.applied_files where path = ${path}`)).toBe(
    true,
  )
})

test('a new migration applies them again too', async () => {
  const before = await appliedAt()
  await as.owner.execute(sql`drop view member_moves`)
  await as.owner.execute(
    sql`insert into drizzle.__drizzle_migrations (hash, created_at) values ('of a newer version', 9999999999999)`,
  )
  await migrateAgain()
  expect(await appliedAt()).not.toBe(before)
  expect(await one(sql`select count(*)::int from member_moves`)).toBe(0)
})

test('a migration that was edited after it was applied is refused', async () => {
  const hash = await one(sql`select hash from drizzle.__drizzle_migrations order by id limit 1`)
  const write = (to: unknown) =>
    as.owner.execute(
      sql`update drizzle.__drizzle_migrations set hash = ${to} where created_at < 9999999999999`,
    )
  await write('of another text')
  await expect(migrateAgain()).rejects.toThrow('was edited after this database had applied it')
  await write(hash)
  await migrateAgain()
})

test('a database created by other migrations is refused and left unchanged', async () => {
  const before = await appliedAt()
  await as.owner.execute(
    sql`insert into drizzle.__drizzle_migrations (hash, created_at) values ('of the old series', 1795423274281)`,
  )
  await expect(migrateAgain()).rejects.toThrow('older series of migrations')
  expect(await appliedAt()).toBe(before)
})
