import type { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { count, eq, sql } from 'drizzle-orm'
import { expect, test, vi } from 'vitest'
import {
  accounts,
  alerts,
  centres,
  confirmationPeople,
  invoices,
  mails,
  members,
  memberships,
  registrations,
} from '@/db/schema'
import { validity } from '@/lib/memberships/rules'
import { berlinDate } from '@/lib/time'
import { testDatabase } from '../../testing/database'
import { seedDemo } from './demo'
import { TRUNCATED_BYTES } from './demo/papers'
import { addressOf } from './demo/people'

/** The decoder has tests of its own, and the end-to-end tests run this seed with the real one. */
vi.mock('@/lib/files/decode/child', () => ({
  decode: async (original: Readable) => {
    const { length } = await buffer(original)
    const page = { width: 10, height: 14, image: Buffer.from('a page') }
    return length === TRUNCATED_BYTES ? { problem: 'damaged' } : { pages: [page] }
  },
}))

const { db, as } = testDatabase()
const now = new Date()

test('the demo can be seeded when the programme has just begun', async () => {
  const early = as.owner.transaction(async (tx) => {
    expect(await seedDemo(tx, new Date('2026-02-01T12:00:00Z'))).toBe(true)
    throw new Error('rolled back')
  })
  await expect(early).rejects.toThrow('rolled back')
})

test('two concurrent runs seed the demo once, and further runs change nothing', {
  timeout: 120_000,
}, async () => {
  const [one, other] = await Promise.all([seedDemo(as.owner, now), seedDemo(as.owner, now)])
  expect([one, other].sort()).toEqual([false, true])
  const before = await everything()
  expect(await seedDemo(as.owner, new Date(now.getTime() + 86_400_000))).toBe(false)
  expect(await everything()).toEqual(before)
})

test('there is staff of each role, in five countries', async () => {
  const roles = await db.select({ role: accounts.role, n: count() }).from(accounts).groupBy(accounts.role)
  expect(Object.fromEntries(roles.map(({ role, n }) => [role, n]))).toEqual({
    member: 15,
    desk: 6,
    reviewer: 2,
    admin: 2,
  })
  const countries = await db.select({ country: centres.country }).from(centres)
  expect(countries.map(({ country }) => country).sort()).toEqual(['DE', 'FR', 'JP', 'PL', 'US'])
})

test('members hold every status, and cards are invalid for every possible reason', async () => {
  const held = await db
    .select({ email: accounts.email, membership: memberships })
    .from(memberships)
    .innerJoin(members, eq(members.id, memberships.memberId))
    .innerJoin(accounts, eq(accounts.id, members.accountId))
  const of = (name: string) => {
    const { status, suspendedAt, ...dates } =
      held.find(({ email }) => email === addressOf(name))?.membership ?? never()
    const valid = validity({ ...dates, suspendedOn: suspendedAt && berlinDate(suspendedAt) }, berlinDate(now))
    return valid.valid ? status : valid.reason
  }
  expect(
    Object.fromEntries(['ole', 'zaneta', 'nora', 'ruben', 'odile', 'reto'].map((name) => [name, of(name)])),
  ).toEqual({
    ole: 'red',
    zaneta: 'red',
    nora: 'silver',
    ruben: 'gold',
    odile: 'platinum',
    reto: 'black',
  })
  expect(['gaia', 'anselma', 'birte'].map(of)).toEqual(['expired', 'ended', 'suspended'])
})

test('registrations are in every state, and all files but one are readable', async () => {
  const states = await db.selectDistinct({ state: registrations.state }).from(registrations)
  expect(states.map(({ state }) => state).sort()).toEqual([
    'needs_attention',
    'pending',
    'refused',
    'replaced',
    'sold',
    'stolen',
    'verified',
    'withdrawn',
  ])
  const files = await db.select({ state: invoices.state, n: count() }).from(invoices).groupBy(invoices.state)
  expect(Object.fromEntries(files.map(({ state, n }) => [state, n]))).toEqual({ ready: 28, unreadable: 1 })
})

test('there is a lead, an unfinished confirmation list, and an open alert', async () => {
  const lists = await db.select().from(confirmationPeople)
  expect(lists.filter(({ answer }) => answer === 'confirmed')).toHaveLength(3)
  expect(await db.select().from(alerts)).toMatchObject([{ kind: 'two-countries', settledAt: null }])
})

test('no mail is sent to anyone in the demo', async () => {
  expect(await db.select().from(mails)).toEqual([])
})

/** The row counts of the tables that grow. */
async function everything() {
  const { rows } = await as.owner.execute(sql`
    select (select count(*) from accounts) as accounts, (select count(*) from registrations) as registrations,
      (select count(*) from decisions) as decisions, (select count(*) from invoice_pages) as pages,
      (select count(*) from log_entries) as log, (select count(*) from graphile_worker._private_jobs) as jobs`)
  return rows
}

function never(): never {
  throw new Error('There is no such member.')
}
