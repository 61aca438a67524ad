import { sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { aDeskIn, logChecks } from '@/testing/alerts'
import { testDatabase } from '@/testing/database'
import { countCentreMisses, countDailyChecks, listChecksOfMember, listMisses, listNewChecks } from './log'

const { as } = testDatabase()
const now = new Date('2026-06-30T10:00:00Z')
const ago = (hours: number) => new Date(now.getTime() - hours * 3_600_000)
let desk: Awaited<ReturnType<typeof aDeskIn>>
beforeAll(async () => {
  desk = await aDeskIn(as.owner, 'DE', 'Europe/Berlin')
  await as.owner.execute(sql`select log.make_months('2026-04-01', '2026-06-30')`)
  // A quarter's checks by 200 people, so that reading everything costs more than an index does.
  await as.owner.execute(sql`
    insert into log_reads (at, actor_id, actor_role, action, member_id, centre_id, country, hit)
    select ${now.toISOString()}::timestamptz - n * interval '1 minute',
      case when n % 200 = 0 then ${desk.id}::uuid else md5((n % 200)::text)::uuid end, 'desk',
      'card.checked', n % 5000, case when n % 50 = 0 then ${desk.centreId}::uuid else md5((n % 50)::text)::uuid end,
      'DE', n % 7 <> 0
    from generate_series(1, 120000) as n`)
  await as.owner.execute(sql`analyze log_reads`)
})

/** Returns the query plans of a call: the indexes they use, and whether they read the whole table. */
async function plans(runQueries: (on: typeof as.owner) => Promise<unknown>) {
  const seen: string[] = []
  const explaining = new Proxy(as.owner, {
    get: (on, name) =>
      name === 'execute'
        ? async (query: ReturnType<typeof sql>) => {
            const { rows } = await on.execute(sql`explain ${query}`)
            seen.push(rows.map((row) => row['QUERY PLAN']).join('\n'))
            return on.execute(query)
          }
        : Reflect.get(on, name),
  })
  await runQueries(explaining)
  return seen.join('\n')
}

const day = { from: '2026-06-02', to: '2026-06-30', zone: 'Europe/Berlin' }
test.each([
  ['what is new', '_action_at_idx', (on: typeof as.owner) => listNewChecks(on, ago(1), now)],
  ['somebody’s days', '_actor_id_at_idx', (on: typeof as.owner) => countDailyChecks(on, desk.id, day)],
  ['somebody’s misses', '_actor_id_at_idx', (on: typeof as.owner) => listMisses(on, desk.id, ago(2))],
  [
    'a centre’s misses',
    '_centre_id_at_idx',
    (on: typeof as.owner) => countCentreMisses(on, desk.centreId, day.to, day.zone),
  ],
  ['a member’s checks', '_member_id_at_idx', (on: typeof as.owner) => listChecksOfMember(on, 77, ago(48))],
])('%s is read through an index (%s)', async (_, index, runQueries) => {
  const plan = await plans(runQueries)
  expect(plan).toContain(index)
  expect(plan).not.toMatch(/Seq Scan on log_(reads|acts)_2026_0/)
})

test('a day is counted in full when the clocks change', async () => {
  const clerk = await aDeskIn(as.owner, 'DE', 'Europe/Berlin')
  const zone = 'Europe/Berlin'
  // 23:30 on the day of 25 hours, and half past midnight after the day of 23.
  const moments = ['2026-10-25T22:30:00Z', '2026-03-29T22:30:00Z'].map((moment) => new Date(moment))
  await logChecks(as.owner, clerk, moments, { hit: false })
  const checksOn = (day: string) => countDailyChecks(as.owner, clerk.id, { from: day, to: day, zone })
  const missesOn = (day: string) => countCentreMisses(as.owner, clerk.centreId, day, zone)
  expect(await checksOn('2026-10-25')).toEqual(new Map([['2026-10-25', 1]]))
  expect(await missesOn('2026-10-25')).toBe(1)
  expect(await checksOn('2026-03-29')).toEqual(new Map())
  expect(await missesOn('2026-03-29')).toBe(0)
})
