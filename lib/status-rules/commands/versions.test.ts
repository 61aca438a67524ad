import { and, eq, sql } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { logEntries, mails, memberships, statusRuleDrafts, statusRules, statusRuleTiers } from '@/db/schema'
import type { Admin } from '@/lib/actor'
import { statusRulesOn } from '@/lib/memberships/queries'
import { addDays, berlinDate } from '@/lib/time'
import { testDatabase } from '@/testing/database'
import { aMember, anAdmin } from '@/testing/people'
import { findStatusRuleDraft, listStatusRuleDrafts, listStatusRules } from '../queries/versions'
import {
  discardStatusRuleDraft,
  publishStatusRule,
  saveStatusRuleDraft,
  withdrawStatusRule,
} from './versions'

const { db, as } = testDatabase()
const at = new Date()
const today = berlinDate(at)
const thresholds = {
  silver: { products: 4, cameras: 1 },
  gold: { products: 6, cameras: 2 },
  platinum: { products: 10, cameras: 2 },
}
const refusal = (reason: string) => expect.objectContaining({ reason })

let admin: Admin
/** A day that no other test uses. */
let day = addDays(today, 1)
beforeEach(async () => {
  admin = await anAdmin(db, { factorAt: at })
  day = addDays(day, 1)
})
const draft = (over = {}, by = admin) =>
  saveStatusRuleDraft(by, { thresholds, effectiveFrom: day, draft: undefined, ...over }, at, db)
const publish = async (id: string, over = {}) =>
  publishStatusRule(admin, { draft: id, replaces: undefined, reason: 'Agreed in spring', ...over }, at, db)
const logOf = async (subject: string) =>
  (await db.select().from(logEntries).where(eq(logEntries.subjectId, subject))).map(({ action }) => action)

test('a draft is saved, simulated and published unchanged, and every admin is notified', async () => {
  const other = await anAdmin(db)
  const disabledAdmin = await anAdmin(db)
  await as.owner.execute(sql`update accounts set disabled_at = now() where id = ${disabledAdmin.id}`)
  const id = await draft()
  expect((await listStatusRuleDrafts(admin, today, db)).map((one) => one.id)).toContain(id)
  expect((await statusRulesOn(day, db)).effectiveFrom).not.toBe(day)
  const version = await publish(id)
  expect(await statusRulesOn(addDays(day, -1), db)).not.toMatchObject({ id: version })
  expect(await statusRulesOn(day, db)).toMatchObject({
    id: version,
    placeholder: false,
    tiers: [
      { status: 'red', products: 0, cameras: 0 },
      { status: 'silver', products: 4, cameras: 1 },
      { status: 'gold', products: 6, cameras: 2 },
      { status: 'platinum', products: 10, cameras: 2 },
    ],
  })
  expect((await listStatusRules(admin, today, db)).find((one) => one.id === version)).toMatchObject({
    state: 'coming',
    reason: 'Agreed in spring',
    publishedAt: at,
  })
  expect(await logOf(id)).toEqual(['status-rules.simulated'])
  expect(await logOf(version)).toEqual(['status-rules.published'])
  const queued = await db.select().from(mails).where(sql`about ->> 'version' = ${version}`)
  const accounts = queued.map(({ accountId }) => accountId)
  expect(accounts).toEqual(expect.arrayContaining([admin.id, other.id]))
  expect(accounts).not.toContain(disabledAdmin.id)
  await as.owner.delete(mails)
})

test('a new draft replaces one’s own, never a colleague’s', async () => {
  const colleague = await anAdmin(db)
  const [own, theirs] = [await draft(), await draft({}, colleague)]
  await draft({ draft: own })
  await draft({ draft: theirs })
  expect(await findStatusRuleDraft(admin, own, db)).toBeNull()
  expect(await findStatusRuleDraft(admin, theirs, db)).not.toBeNull()
})

test('today, the past and thresholds that do not rise are refused, when drafted and when published', async () => {
  for (const effectiveFrom of [today, addDays(today, -1), '2020-01-01'])
    await expect(draft({ effectiveFrom })).rejects.toEqual(refusal('rulesDay'))
  await expect(draft({ thresholds: { ...thresholds, gold: thresholds.silver } })).rejects.toEqual(
    refusal('rulesNotRising'),
  )
  const id = await draft()
  await as.owner.update(statusRuleDrafts).set({ effectiveFrom: today }).where(eq(statusRuleDrafts.id, id))
  await expect(publish(id)).rejects.toEqual(refusal('rulesDay'))
  expect(await findStatusRuleDraft(admin, id, db)).not.toBeNull()
})

test('publishing and withdrawing need a fresh factor', async () => {
  const id = await draft()
  const version = await publish(await draft({ effectiveFrom: addDays(day, 1000) }))
  admin = await anAdmin(db, { factorAt: new Date(at.getTime() - 6 * 60_000) })
  await expect(publish(id)).rejects.toEqual(refusal('stepUp'))
  await expect(withdrawStatusRule(admin, { id: version, reason: 'x' }, at, db)).rejects.toEqual(
    refusal('stepUp'),
  )
})

test('two at once, and a second click, create one version', async () => {
  const [one, other] = [await draft(), await draft()]
  const answers = await Promise.allSettled([publish(one), publish(one), publish(other)])
  expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  for (const answer of answers)
    if (answer.status === 'rejected')
      expect(['rulesDraftGone', 'rulesDayTaken']).toContain(answer.reason.reason)
  expect(await db.$count(statusRules, eq(statusRules.effectiveFrom, day))).toBe(1)
  await expect(publish(crypto.randomUUID())).rejects.toEqual(refusal('rulesDraftGone'))
})

test('a version of the same day is replaced only when the admin has seen it', async () => {
  const first = await publish(await draft())
  const again = await draft()
  await expect(publish(again)).rejects.toEqual(refusal('rulesDayTaken'))
  await expect(publish(again, { replaces: crypto.randomUUID() })).rejects.toEqual(refusal('rulesNotComing'))
  const second = await publish(again, { replaces: first })
  expect(await statusRulesOn(day, db)).toMatchObject({ id: second })
  expect(await logOf(first)).toEqual(['status-rules.published', 'status-rules.withdrawn'])
  const elsewhere = await draft({ effectiveFrom: addDays(day, 2000) })
  await expect(publish(elsewhere, { replaces: second })).rejects.toEqual(refusal('rulesNotComing'))
})

test('a coming version is withdrawn once and stays readable; one in force or in use is not', async () => {
  const version = await publish(await draft())
  const withdraw = (id: string) => withdrawStatusRule(admin, { id, reason: 'Not agreed after all' }, at, db)
  const answers = await Promise.allSettled([withdraw(version), withdraw(version)])
  expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  await expect(withdraw(version)).rejects.toEqual(refusal('rulesNotComing'))
  expect((await statusRulesOn(day, db)).id).not.toBe(version)
  expect((await listStatusRules(admin, today, db)).find((one) => one.id === version)).toMatchObject({
    state: 'withdrawn',
    withdrawnReason: 'Not agreed after all',
    tiers: expect.arrayContaining([expect.objectContaining({ status: 'silver', products: 4 })]),
  })
  await expect(withdraw((await statusRulesOn(today, db)).id)).rejects.toEqual(refusal('rulesNotComing'))

  const inUse = await publish(await draft({ effectiveFrom: addDays(day, 3000) }))
  const member = await aMember(db)
  await db
    .update(memberships)
    .set({ statusRulesId: inUse })
    .where(eq(memberships.memberId, member.ownMemberId))
  await expect(withdraw(inUse)).rejects.toEqual(refusal('rulesNotComing'))
})

test('a draft is discarded once', async () => {
  const id = await draft()
  await discardStatusRuleDraft(admin, id, at, db)
  await expect(discardStatusRuleDraft(admin, id, at, db)).rejects.toEqual(refusal('rulesDraftGone'))
  expect(await logOf(id)).toEqual(['status-rules.simulated', 'status-rules.discarded'])
})

test('the app can only withdraw a version, not change it', async () => {
  const version = await publish(await draft())
  const tier = and(eq(statusRuleTiers.statusRulesId, version), eq(statusRuleTiers.status, 'silver'))
  for (const attempt of [
    db.update(statusRuleTiers).set({ products: 1 }).where(tier),
    db.delete(statusRuleTiers).where(tier),
    db.update(statusRules).set({ reason: 'x' }).where(eq(statusRules.id, version)),
    db.delete(statusRules).where(eq(statusRules.id, version)),
  ])
    await expect(attempt.catch((error) => Promise.reject(error.cause))).rejects.toThrow('permission denied')
})
