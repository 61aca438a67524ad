import { eq } from 'drizzle-orm'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { memberships } from '@/db/schema'
import { validityOf } from '@/lib/memberships/queries'
import { addDays } from '@/lib/time'
import { testDatabase } from '@/testing/database'
import { aMember, anAdmin } from '@/testing/people'
import { MembersFilter } from '../input'
import { MEMBERSHIP_STATES } from '../rules'
import { listMembers } from './search'

const { db } = testDatabase()
const today = '2026-11-20'
const at = new Date(`${today}T10:00:00Z`)
const ago = fc.integer({ min: -2, max: 400 })

test('each state lists exactly the members who have it by their dates', async () => {
  const admin = await anAdmin(db)
  const some = fc.record({
    started: fc.integer({ min: -2, max: 800 }),
    suspended: fc.option(ago, { freq: 2 }),
    ended: fc.option(ago, { freq: 2 }),
  })
  const rows = await Promise.all(
    fc.sample(some, { seed: 11, numRuns: 80 }).map(async ({ started, suspended, ended }) => {
      const member = await aMember(db, { surname: 'Standing' })
      const endedOn = ended === null ? null : addDays(today, -ended)
      const [row] = await db
        .update(memberships)
        .set({
          startsOn: addDays(today, -started),
          expiresOn: addDays(today, 365 - started),
          // Half past eleven in the evening is the next day in Berlin.
          suspendedAt: suspended === null ? null : new Date(`${addDays(today, -suspended)}T23:30:00Z`),
          endedOn,
          endedReason: endedOn && 'because',
        })
        .where(eq(memberships.memberId, member.ownMemberId))
        .returning()
      if (!row) throw new Error('The membership does not exist.')
      const validity = validityOf(row, today)
      return { number: row.number, standing: validity.valid ? 'valid' : validity.reason }
    }),
  )
  for (const standing of MEMBERSHIP_STATES) {
    const filter = { standing, expiresFrom: '2020-01-01' } // one page holds 50; soonest expiry first
    const listed: string[] = []
    for (let after: string | undefined; ; ) {
      const { members, more } = await listMembers(admin, { ...filter, after }, at)
      listed.push(...members.map(({ number }) => number))
      if (!more) break
      after = listed.at(-1)
    }
    const expected = rows.filter((row) =>
      standing === 'running' ? row.standing !== 'ended' : row.standing === standing,
    )
    expect(expected.length, standing).toBeGreaterThan(0)
    expect(listed.sort(), standing).toEqual(expected.map(({ number }) => number).sort())
  }
})

test('malformed values in an address are ignored', () => {
  const filter = { status: 'diamond', country: 'de', standing: 'x', joinedFrom: '2026-02-30', after: 'LP-X' }
  expect(MembersFilter.parse(filter)).toEqual({ q: '' })
})
