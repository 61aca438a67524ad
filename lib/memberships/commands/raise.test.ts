import { eq, sql } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { logEntries, mails, memberships, statusChanges, statusRules, statusRuleTiers } from '@/db/schema'
import type { Member } from '@/lib/actor'
import type { Status } from '@/lib/lists'
import { listMembers } from '@/lib/members/queries/search'
import { accountOverview, ownCard, statusRulesOn } from '@/lib/memberships/queries'
import { testDatabase } from '@/testing/database'
import { aMember, anAdmin } from '@/testing/people'
import { aRegistration } from '@/testing/reviews'
import { statusByCount } from '../rules'
import { raiseStatuses } from './raise'
import { countVerified } from './recalculate'

const { db, as } = testDatabase()
const JOINED = new Date('2026-11-01T09:00:00Z')
/** The last second before, and the first second of, the day from which two products are Silver: midnight in Berlin. */
const EVE = new Date('2027-02-28T22:59:59Z')
const DAY = new Date('2027-02-28T23:00:00Z')

const verified = (member: Member, model = 'DC-S5M2') =>
  aRegistration(db, member, { model, state: 'verified', waitingSince: null })
const stored = async ({ ownMemberId }: Member) =>
  (await db.select().from(memberships).where(eq(memberships.memberId, ownMemberId)))[0]

let version: string
let member: Member
beforeEach(async () => {
  const [created] = await as.owner
    .insert(statusRules)
    .values({ effectiveFrom: '2027-03-01' })
    .onConflictDoNothing()
    .returning({ id: statusRules.id })
  if (created) {
    version = created.id
    await as.owner.insert(statusRuleTiers).values([
      { statusRulesId: version, status: 'silver', products: 2, cameras: 1 },
      { statusRulesId: version, status: 'gold', products: 4, cameras: 1 },
      { statusRulesId: version, status: 'platinum', products: 8, cameras: 2 },
    ])
  }
  member = await aMember(db, {}, JOINED)
  await verified(member)
  await verified(member, 'S-R2060')
})

/** Returns the status shown on the account, the card, the desk and an admin's list at a moment. */
async function statusesShown(of: Member, at: Date, day: string): Promise<Status[]> {
  const { number = '' } = (await stored(of)) ?? {}
  const { rows } = await as.owner.execute<{ status: Status }>(
    sql`select status from desk.answer_for(${of.ownMemberId}, ${day}, 'en')`,
  )
  const admin = await anAdmin(db)
  return [
    (await accountOverview(of, at)).status,
    (await ownCard(of, at)).status,
    rows[0]?.status ?? 'red',
    (await listMembers(admin, { q: number }, at)).members[0]?.status ?? 'red',
  ]
}

describe('on the day a version takes effect', () => {
  test('account, card, desk and list agree from the first second, before any job has run', async () => {
    expect(await statusesShown(member, EVE, '2027-02-28')).toEqual(['red', 'red', 'red', 'red'])
    expect(await statusesShown(member, DAY, '2027-03-01')).toEqual(['silver', 'silver', 'silver', 'silver'])
    expect(await stored(member)).toMatchObject({ status: 'red' })
  })

  test('the worker stores it and notifies the member, once', async () => {
    const other = await aMember(db, {}, JOINED)
    expect(await raiseStatuses(as.worker, EVE)).toBe(0)
    const raised = await Promise.all([raiseStatuses(as.worker, DAY), raiseStatuses(as.worker, DAY)])
    expect(raised.reduce((sum, one) => sum + one)).toBeGreaterThan(0)
    expect(await raiseStatuses(as.worker, DAY)).toBe(0)
    expect(await stored(member)).toMatchObject({ status: 'silver', statusRulesId: version })
    expect(await stored(other)).toMatchObject({ status: 'red' })
    const changes = await db
      .select()
      .from(statusChanges)
      .where(eq(statusChanges.memberId, member.ownMemberId))
    expect(changes.filter(({ because }) => because === 'programme')).toMatchObject([
      { from: 'red', to: 'silver', statusRulesId: version },
    ])
    const queued = await db.select().from(mails).where(eq(mails.accountId, member.id))
    expect(queued.filter(({ template }) => template === 'status-risen')).toHaveLength(1)
    const log = await db.select().from(logEntries).where(eq(logEntries.memberId, member.ownMemberId))
    expect(log.filter(({ action }) => action === 'member.risen')).toHaveLength(1)
  })

  test('nobody falls mid-term, and an ended membership no longer rises', async () => {
    const set = (change: Partial<typeof memberships.$inferInsert>) =>
      db.update(memberships).set(change).where(eq(memberships.memberId, member.ownMemberId))
    await set({ status: 'platinum' })
    await raiseStatuses(as.worker, DAY)
    expect(await statusesShown(member, DAY, '2027-03-01')).toEqual(Array(4).fill('platinum'))
    await set({ status: 'red', endedOn: '2027-02-01', endedReason: 'A test' })
    await raiseStatuses(as.worker, DAY)
    expect(await stored(member)).toMatchObject({ status: 'red' })
    expect((await ownCard(member, DAY)).status).toBe('red')
  })

  test('an expired grant reads as the counted status from the day after, before the worker runs', async () => {
    await db
      .update(memberships)
      .set({ status: 'black', granted: 'black', grantedUntil: '2027-02-28' })
      .where(eq(memberships.memberId, member.ownMemberId))
    expect(await statusesShown(member, EVE, '2027-02-28')).toEqual(Array(4).fill('black'))
    expect(await statusesShown(member, DAY, '2027-03-01')).toEqual(Array(4).fill('silver'))
  })
})

test('the database computes the same as the rules in TypeScript', async () => {
  for (let lenses = 0; lenses < 4; lenses++) {
    await verified(member, 'S-R2060')
    for (const day of ['2027-02-28', '2027-03-01']) {
      const { rows } = await db.execute<{ status: Status }>(
        sql`select programme.by_count(${member.ownMemberId}, ${day}) as status`,
      )
      const counts = await countVerified(db, member.ownMemberId, day)
      expect(counts).toEqual({ verified: 3 + lenses, products: 3 + lenses, cameras: 1 })
      expect(rows[0]?.status).toBe(statusByCount((await statusRulesOn(day)).tiers, counts))
    }
  }
})

test('a version in use by a membership cannot be changed, by the app or by the owner', async () => {
  const inUse = (await statusRulesOn('2026-11-23')).id
  const refused = /can no longer be changed|permission denied/
  const tries = [
    sql`update status_rules set effective_from = '2030-01-01' where id = ${inUse}`,
    sql`update status_rules set reason = 'Another' where id = ${inUse}`,
    sql`update status_rules set withdrawn_at = now() where id = ${inUse}`,
    sql`delete from status_rules where id = ${inUse}`,
    sql`update status_rule_tiers set products = 1 where status_rules_id = ${inUse} and status = 'silver'`,
    sql`delete from status_rule_tiers where status_rules_id = ${inUse}`,
    sql`truncate status_rule_tiers`,
    sql`truncate status_rules cascade`,
  ]
  for (const on of [as.owner, as.app])
    for (const attempt of tries) {
      const answer = await on.execute(attempt).then(
        () => 'it worked',
        (error) => String(error.cause ?? error),
      )
      expect(answer).toMatch(/can no longer be changed|permission denied|append-only/)
    }
  const [free] = await as.owner
    .insert(statusRules)
    .values({ effectiveFrom: '2031-01-01' })
    .returning({ id: statusRules.id })
  await as.owner
    .insert(statusRuleTiers)
    .values({ statusRulesId: String(free?.id), status: 'silver', products: 1, cameras: 0 })
  await as.owner
    .update(memberships)
    .set({ statusRulesId: free?.id })
    .where(eq(memberships.memberId, member.ownMemberId))
  const added = as.owner
    .insert(statusRuleTiers)
    .values({ statusRulesId: String(free?.id), status: 'gold', products: 2, cameras: 0 })
  await expect(added.catch((error) => Promise.reject(error.cause))).rejects.toThrow(refused)
})
