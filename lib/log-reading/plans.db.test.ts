import { sql } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/node-postgres'
import { beforeAll, expect, test } from 'vitest'
import * as schema from '@/db/schema'
import type { Admin } from '@/lib/actor'
import { testDatabase } from '@/testing/database'
import { anAdmin } from '@/testing/people'
import { type LogConditions as Asked, listLog } from './queries'

const { db, as, pool } = testDatabase()
let admin: Admin
beforeAll(async () => {
  admin = await anAdmin(db)
  await as.owner.execute(sql`select log.make_months('2026-02-01', '2026-06-30')`)
  for (const [table, action] of [
    ['log_reads', 'card.checked'],
    ['log_acts', 'registration.made'],
  ] as const)
    await as.owner.execute(sql`
      insert into ${sql.identifier(table)} (at, actor_id, actor_role, action, member_id, centre_id, country)
      select timestamptz '2026-06-30 10:00Z' - n * interval '5 minutes', md5((n % 200)::text)::uuid, 'desk', ${action},
             n % 3000, md5((n % 50)::text)::uuid, 'DE' from generate_series(1, 40000) n`)
  await as.owner.execute('analyze log_reads, log_acts')
})

/** Returns the query plan of a page of the log. */
async function planOf(conditions: Asked) {
  const seen: { query: string; params: unknown[] }[] = []
  const logger = { logQuery: (query: string, params: unknown[]) => seen.push({ query, params }) }
  const { entries } = await listLog(
    admin,
    conditions,
    drizzle(pool, { schema, logger, casing: 'snake_case' }),
  )
  const { query, params } = seen.at(-1) ?? { query: '', params: [] }
  const { rows } = await pool.query(`explain ${query}`, params)
  return { plan: rows.map((row) => row['QUERY PLAN']).join('\n'), entries }
}
const partitions = (plan: string) => [...new Set(plan.match(/\blog_(?:reads|acts)_\d{4}_\d\d\b/g))].sort()

test('the newest page is read through indexes, not from whole tables', async () => {
  const { plan, entries } = await planOf({})
  expect(entries).toHaveLength(50)
  expect(plan).not.toMatch(/Seq Scan on log_(reads|acts)_2026_0/)
})

test('a further page too', async () => {
  const { entries } = await planOf({ to: '2026-05-02' })
  const { plan, entries: next } = await planOf({ before: entries.at(-1)?.id })
  expect(next).toHaveLength(50)
  expect(plan).not.toMatch(/Seq Scan on log_(reads|acts)_2026_0/)
})

test('a few days are searched only in the partition of their month', async () => {
  const { plan } = await planOf({ from: '2026-03-10', to: '2026-03-12' })
  expect(partitions(plan)).toEqual(['log_acts_2026_03', 'log_reads_2026_03'])
})

test('reads are searched only among reads, and acts among acts', async () => {
  const march = { from: '2026-03-10', to: '2026-03-12' }
  expect(partitions((await planOf({ ...march, action: 'reading' })).plan)).toEqual(['log_reads_2026_03'])
  expect(partitions((await planOf({ ...march, action: 'card.checked' })).plan)).toEqual(['log_reads_2026_03'])
  expect(partitions((await planOf({ ...march, action: 'member.risen' })).plan)).toEqual(['log_acts_2026_03'])
})
