import { and, asc, eq, sql } from 'drizzle-orm'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { accounts, centres, logEntries, memberships, services, sessions } from '@/db/schema'
import type { Desk } from '@/lib/actor'
import { STATUSES } from '@/lib/lists'
import { drawMembershipNumber } from '@/lib/memberships/number'
import { validity } from '@/lib/memberships/rules'
import { createToken, hashToken } from '@/lib/secrets'
import { servicesFor } from '@/lib/services/queries'
import { addDays, berlinDate } from '@/lib/time'
import { testDatabase } from '@/testing/database'
import { ago, makeBenefit, makeChecks, makeClerk, makeMember } from '@/testing/desk'
import { checkCard } from './commands'
import { type CheckMethod, readCard } from './input'

const { db, as } = testDatabase()
const today = berlinDate(new Date())
type Clerk = Awaited<ReturnType<typeof makeClerk>>

const check = ({ desk, sitting }: Clerk, card: CheckMethod, more = {}) =>
  checkCard(desk, sitting, { card, purpose: 'service', ...more }, new Date())
const clerk = (session = {}) => makeClerk(db, as.owner, session)
const logOf = (desk: Desk, action = 'card.checked') =>
  db
    .select()
    .from(logEntries)
    .where(and(eq(logEntries.actorId, desk.id), eq(logEntries.action, action)))
    .orderBy(asc(logEntries.id))

const pause = (minutes: number) => ({ reason: 'deskPaused', values: { minutes } })

describe('an existing card', () => {
  test('is answered with the six fields and logged with centre, country, purpose and case', async () => {
    const at = await clerk()
    const { actor, membership } = await makeMember(db)

    const found = await check(at, { number: membership.number }, { caseNumber: 'RMA 12/7' })

    expect(found).toEqual({
      outcome: 'valid',
      card: {
        firstName: 'Grace',
        surname: 'Ó Briain',
        number: membership.number,
        status: 'silver',
        startsOn: membership.startsOn,
        expiresOn: membership.expiresOn,
        services: ['PRO hotline', '1 sensor check and clean a year', 'Repair in 5 working days'],
      },
    })
    expect(await logOf(at.desk)).toEqual([
      expect.objectContaining({
        actorRole: 'desk',
        memberId: actor.ownMemberId,
        centreId: at.desk.centreId,
        country: 'JP',
        purpose: 'service',
        caseNumber: 'RMA 12/7',
        hit: true,
        reason: null,
      }),
    ])
  })

  test('is found by its code, however it was scanned', async () => {
    const at = await clerk()
    const { membership } = await makeMember(db)
    for (const scanned of [membership.cardCode, `https://pro.example/c/${membership.cardCode}`])
      expect(await check(at, readCard(scanned))).toMatchObject({ outcome: 'valid' })
    expect(await logOf(at.desk)).toHaveLength(2)
  })

  test('is not found by a code that differs in one letter’s case, nor by a number as code', async () => {
    const at = await clerk()
    const { membership } = await makeMember(db, {}, { cardCode: `${createToken().slice(0, 42)}a` })
    const code = membership.cardCode.replace(/a$/, 'A')
    expect(await check(at, { code })).toEqual({ outcome: 'no-such-card' })
    expect(await check(at, { code: membership.number })).toMatchObject({ outcome: 'no-such-card' })
    expect(await check(at, { code: '%' })).toMatchObject({ outcome: 'no-such-card' })
  })
})

describe('validity', () => {
  const reasons = {
    expired: { startsOn: addDays(today, -366), expiresOn: addDays(today, -1) },
    'not-started': { startsOn: addDays(today, 1), expiresOn: addDays(today, 365) },
    ended: { endedOn: today, endedReason: 'asked for' },
    suspended: { suspendedAt: ago(1) },
  }
  test.each(Object.entries(reasons))('%s: the fields are shown, but no services', async (reason, card) => {
    const at = await clerk()
    const { membership } = await makeMember(db, {}, { status: 'gold', ...card })
    const found = await check(at, { number: membership.number })
    expect(found).toMatchObject({ outcome: 'not-valid', reason, card: { surname: 'Ó Briain', services: [] } })
  })

  test('is computed as in lib/memberships, whatever the dates', async () => {
    const { membership } = await makeMember(db)
    const day = fc.integer({ min: -3, max: 3 }).map((days) => addDays(today, days))
    const dates = fc.record({
      startsOn: day,
      expiresOn: day,
      endedOn: fc.option(day),
      suspendedOn: fc.option(day),
    })
    await fc.assert(
      fc.asyncProperty(dates, async (period) => {
        fc.pre(period.startsOn < period.expiresOn)
        const { suspendedOn, ...rest } = period
        const suspendedAt = suspendedOn === null ? null : new Date(`${suspendedOn}T12:00:00Z`)
        const endedReason = period.endedOn && 'asked for'
        await db
          .update(memberships)
          .set({ ...rest, suspendedAt, endedReason })
          .where(eq(memberships.memberId, membership.memberId))
        const { rows } = await as.owner.execute(
          sql`select outcome, reason from desk.answer_for(${membership.memberId}, ${today}, 'en')`,
        )
        const truth = validity(period, today)
        expect(rows[0]).toEqual(
          truth.valid ? { outcome: 'valid', reason: null } : { outcome: 'not-valid', reason: truth.reason },
        )
      }),
      { numRuns: 200 },
    )
  })
})

describe('the range of services', () => {
  const line = (name: string) => ({ en: name, de: `${name} (de)` })

  /** Not even the owner can delete a line that has begun without disabling the triggers. */
  async function deleteAllLines() {
    await expect(as.owner.delete(services)).rejects.toThrow()
    await as.owner.execute(sql`alter table services disable trigger user`)
    await as.owner.delete(services)
    await as.owner.execute(sql`alter table services enable trigger user`)
  }

  test.each(STATUSES)('of %s is the one its member sees on the card', async (status) => {
    const at = await clerk()
    const granted = status === 'black' ? status : null
    for (const country of ['DE', 'IT']) {
      const { membership } = await makeMember(db, { country }, { status, granted })
      const found = await check(at, { number: membership.number })
      const lines = await servicesFor(status, country, today, 'en')
      expect(found).toMatchObject({ outcome: 'valid', card: { status, services: lines } })
    }
  })

  test('is that of the status and country today, in order and in the requested language', async () => {
    await deleteAllLines()
    await makeBenefit(
      as.owner,
      20,
      { status: 'platinum', texts: line('everywhere') },
      { status: 'platinum', country: 'IT', texts: line('in Italy') },
    )
    await makeBenefit(
      as.owner,
      10,
      { status: 'platinum', texts: line('of old'), effectiveTo: addDays(today, -1) },
      { status: 'platinum', texts: line('of today'), effectiveFrom: today, effectiveTo: today },
      { status: 'platinum', texts: line('to come'), effectiveFrom: addDays(today, 1) },
      { status: 'black', texts: line('for others') },
    )
    const at = await clerk()
    const italian = await makeMember(db, { country: 'IT' }, { status: 'platinum' })
    const german = await makeMember(db, { country: 'DE' }, { status: 'platinum' })

    expect(await check(at, { number: italian.membership.number })).toMatchObject({
      card: { services: ['of today', 'in Italy'] },
    })
    at.sitting = { ...at.sitting, language: 'de' as never }
    expect(await check(at, { number: german.membership.number })).toMatchObject({
      card: { services: ['of today (de)', 'everywhere (de)'] },
    })
  })
})

describe('an unknown card', () => {
  test('is answered and logged as a miss', async () => {
    const at = await clerk()
    const found = await check(at, { number: drawMembershipNumber() })
    expect(found).toEqual({ outcome: 'no-such-card' })
    expect(await logOf(at.desk)).toEqual([
      expect.objectContaining({ hit: false, memberId: null, reason: null }),
    ])
  })

  test('with a wrong check character is logged, but does not count as a miss', async () => {
    const at = await clerk()
    for (let one = 0; one < 11; one++)
      await expect(check(at, readCard('LP-7K3M9-Q2XH8'))).rejects.toMatchObject({
        reason: 'mistypedNumber',
        field: 'card',
      })
    const entries = await logOf(at.desk)
    expect(entries).toHaveLength(11)
    expect(entries[0]).toMatchObject({ hit: false, reason: 'mistyped' })
  })
})

describe('the limits', () => {
  test('60 checks an hour, then a pause until the first of them is an hour old, and one alert', async () => {
    const at = await clerk()
    const { membership } = await makeMember(db)
    await makeChecks(db, at.desk, 1, { at: ago(45) })
    await makeChecks(db, at.desk, 58)
    expect(await check(at, { number: membership.number })).toMatchObject({ outcome: 'valid' })

    for (let again = 0; again < 2; again++)
      await expect(check(at, { number: membership.number })).rejects.toMatchObject(pause(15))
    expect(await logOf(at.desk)).toHaveLength(60)
    expect(await logOf(at.desk, 'desk.paused')).toEqual([
      expect.objectContaining({
        actorRole: 'desk',
        centreId: at.desk.centreId,
        country: 'JP',
        memberId: null,
      }),
    ])
  })

  test('10 misses an hour', async () => {
    const at = await clerk()
    const { membership } = await makeMember(db)
    await makeChecks(db, at.desk, 9, { hit: false })
    expect(await check(at, { number: membership.number })).toMatchObject({ outcome: 'valid' })
    expect(await check(at, { number: drawMembershipNumber() })).toMatchObject({ outcome: 'no-such-card' })
    await expect(check(at, { number: membership.number })).rejects.toMatchObject(pause(30))
    expect(await logOf(at.desk, 'desk.paused')).toHaveLength(1)
  })

  test('ignore what is an hour old, and what others did', async () => {
    const [at, other] = [await clerk(), await clerk()]
    const { membership } = await makeMember(db)
    await makeChecks(db, at.desk, 90, { at: ago(61), hit: false })
    await makeChecks(db, other.desk, 90, { hit: false })
    expect(await check(at, { number: membership.number })).toMatchObject({ outcome: 'valid' })
    await expect(check(other, { number: membership.number })).rejects.toMatchObject(pause(30))
  })

  test('hold when twenty checks come at once', async () => {
    const at = await clerk()
    await makeChecks(db, at.desk, 50)
    const { membership } = await makeMember(db)
    const twenty = Array.from({ length: 20 }, () => check(at, { number: membership.number }))
    const found = await Promise.allSettled(twenty)
    const refused = found.filter(({ status }) => status === 'rejected')
    expect(refused).toHaveLength(10)
    for (const one of refused) expect(one).toMatchObject({ reason: { reason: 'deskPaused' } })
    expect(await logOf(at.desk)).toHaveLength(60)
  })
})

describe('refused', () => {
  const refused = async (at: Clerk, reason: string) => {
    const { membership } = await makeMember(db)
    await expect(check(at, { number: membership.number })).rejects.toMatchObject({ reason })
    expect(await logOf(at.desk)).toEqual([])
  }
  const change = (at: Clerk, to: Partial<typeof accounts.$inferInsert>) =>
    db.update(accounts).set(to).where(eq(accounts.id, at.desk.id))

  test('somebody without a session', async () => {
    const at = await clerk()
    await refused({ ...at, sitting: { ...at.sitting, tokenHash: hashToken('') } }, 'signedOut')
  })
  test('somebody who signed out', async () => {
    const at = await clerk()
    await db.delete(sessions).where(eq(sessions.accountId, at.desk.id))
    await refused(at, 'signedOut')
  })
  test('somebody idle for 15 minutes', async () => {
    await refused(await clerk({ lastSeenAt: ago(15.1) }), 'signedOut')
    const { membership } = await makeMember(db)
    const at = await clerk({ lastSeenAt: ago(14.5), createdAt: ago(599) })
    expect(await check(at, { number: membership.number })).toMatchObject({ outcome: 'valid' })
  })
  test('somebody signed in for 10 hours', async () => {
    await refused(await clerk({ createdAt: ago(600.1) }), 'signedOut')
  })
  test('somebody who has signed in by code and shown no second factor', async () => {
    await refused(await clerk({ factorAt: null }), 'signedOut')
  })
  test('somebody whose account was disabled', async () => {
    const at = await clerk()
    await change(at, { disabledAt: new Date() })
    await refused(at, 'signedOut')
  })
  test.each(['member', 'reviewer', 'admin'] as const)('a %s', async (role) => {
    const at = await clerk()
    await change(at, { role, centreId: null })
    await refused(at, 'signedOut')
  })
  test('somebody at a closed centre', async () => {
    const at = await clerk()
    await as.owner.update(centres).set({ open: false }).where(eq(centres.id, at.desk.centreId))
    await refused(at, 'centreClosed')
  })
  test('somebody at a centre without a legal basis for the transfer, open or not', async () => {
    const at = await clerk()
    const own = eq(centres.id, at.desk.centreId)
    await as.owner.update(centres).set({ legalBasis: null, adequacyDecision: null }).where(own)
    await refused(at, 'centreWithoutBasis')
    await as.owner.update(centres).set({ open: false }).where(own)
    await refused(at, 'centreWithoutBasis')
  })
})
