import { and, eq, isNull, sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { seedReasons } from '@/bin/seed/reasons'
import { decisions, logEntries, reasons } from '@/db/schema'
import type { Admin, Reviewer } from '@/lib/actor'
import { brokenConstraint } from '@/lib/errors'
import { findOwn } from '@/lib/registrations/queries/own'
import { refusePurchase } from '@/lib/reviews/commands/decide'
import { listReasons } from '@/lib/reviews/queries/reasons'
import { testDatabase } from '@/testing/database'
import { aMember, anAdmin, aReviewer } from '@/testing/people'
import { aReason, aRegistration } from '@/testing/reviews'
import { addReason, moveReason, rewordReason, setReasonRetired } from './commands'
import { listAllReasons, openReason } from './queries'

const { db, as } = testDatabase()
const at = new Date('2026-11-24T10:00:00Z')
const refusal = (reason: string) => expect.objectContaining({ reason })
const words = { en: 'The invoice is torn.', de: 'Die Rechnung ist zerrissen.' }

let admin: Admin
let reviewer: Reviewer
beforeAll(async () => {
  admin = await anAdmin(db)
  reviewer = await aReviewer(db)
})

const choices = async (kind: string) =>
  (await listReasons(reviewer)).filter((reason) => reason.kind === kind).map(({ id }) => id)
const logged = async (subjectId: string) =>
  (await db.select().from(logEntries).where(eq(logEntries.subjectId, subjectId))).map(({ action }) => action)

async function refusedWith(reason: string) {
  const member = await aMember(db)
  const seen = await aRegistration(db, member)
  await refusePurchase(reviewer, { ...seen, reason, sentence: undefined }, at)
  return { member, ...seen }
}

test('an added reason can be chosen at once, as the last of its kind', async () => {
  const id = await addReason(admin, { kind: 'refuse', ending: undefined, ...words }, at)
  expect((await choices('refuse')).at(-1)).toBe(id)
  expect(await logged(id)).toEqual(['reason.added'])
  await refusedWith(id)
  expect(await openReason(admin, id)).toMatchObject({ used: 1, before: [] })
})

describe('other words', () => {
  test('create another reason in the same place; past decisions keep the old words', async () => {
    const old = await aReason(db, 'refuse', 'no-proof')
    const place = (await choices('refuse')).indexOf(old)
    const { member, id: registration } = await refusedWith(old)
    const before = await findOwn(member, registration, at)
    const reworded = await rewordReason(admin, { id: old, ...words }, at)

    const now = await choices('refuse')
    expect(now.indexOf(reworded)).toBe(place)
    expect(now).not.toContain(old)
    expect(await findOwn(member, registration, at)).toEqual(before)
    expect(JSON.stringify(before)).toContain('does not show a purchase')
    expect(await openReason(admin, reworded)).toMatchObject({
      used: 0,
      before: [{ id: old, until: '2026-11-24' }],
    })
    expect(await openReason(admin, old)).toMatchObject({ replacedBy: reworded, used: 1 })
    await expect(refusedWith(old)).rejects.toEqual(refusal('reasonGone'))
    await refusedWith(reworded)
  })

  test('are refused if unchanged, or for a retired or unknown reason', async () => {
    const id = await addReason(admin, { kind: 'ask', ending: undefined, ...words }, at)
    const reword = (more: object) => rewordReason(admin, { id, ...words, ...more }, at)
    await expect(reword({})).rejects.toEqual(refusal('reasonSame'))
    expect(await choices('ask')).toContain(id)
    await reword({ en: 'It is torn.' })
    await expect(reword({ en: 'It is cut.' })).rejects.toEqual(refusal('reasonRetired'))
    await expect(reword({ id: crypto.randomUUID() })).rejects.toEqual(refusal('notFound'))
  })

  test('by two admins at once are one change', async () => {
    const id = await addReason(admin, { kind: 'ask', ending: undefined, ...words }, at)
    const both = ['One.', 'Two.'].map((en) => rewordReason(admin, { id, ...words, en }, at))
    expect((await Promise.allSettled(both)).map(({ status }) => status).sort()).toEqual([
      'fulfilled',
      'rejected',
    ])
    const after = await db.select().from(reasons).where(eq(reasons.replaces, id))
    expect(after).toHaveLength(1)
  })

  test('of an ending keep its meaning', async () => {
    const id = await addReason(admin, { kind: 'end', ending: 'sold', ...words }, at)
    const reworded = await rewordReason(admin, { id, ...words, en: 'It has a new owner.' }, at)
    expect(await openReason(admin, reworded)).toMatchObject({ kind: 'end', ending: 'sold' })
  })
})

describe('retiring', () => {
  test('hides it from reviewers, and reinstating shows it again; each once', async () => {
    const id = await addReason(admin, { kind: 'ask', ending: undefined, ...words }, at)
    const set = (retired: 'yes' | 'no') => setReasonRetired(admin, { id, retired }, at)
    await set('yes')
    expect(await choices('ask')).not.toContain(id)
    await expect(set('yes')).rejects.toEqual(refusal('alreadyDone'))
    await set('no')
    expect(await choices('ask')).toContain(id)
    await expect(set('no')).rejects.toEqual(refusal('alreadyDone'))
    expect(await logged(id)).toEqual(['reason.added', 'reason.retired', 'reason.reinstated'])
  })

  test('replaced words cannot be reinstated beside the new ones', async () => {
    const id = await addReason(admin, { kind: 'ask', ending: undefined, ...words }, at)
    await rewordReason(admin, { id, ...words, de: 'Sie ist zerrissen.' }, at)
    await expect(setReasonRetired(admin, { id, retired: 'no' }, at)).rejects.toEqual(
      refusal('reasonReplaced'),
    )
  })

  test('the last of its kind stays, also when two are retired at once', async () => {
    const [one, other] = await choices('end')
    const rest = (await choices('end')).slice(2)
    for (const id of rest) await setReasonRetired(admin, { id, retired: 'yes' }, at)
    const both = [one, other].map((id = '') => setReasonRetired(admin, { id, retired: 'yes' }, at))
    const results = await Promise.allSettled(both)
    expect(results.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: refusal('lastReason'),
    })
    expect(await choices('end')).toHaveLength(1)
  })

  test('an unknown reason is not found', async () => {
    const id = crypto.randomUUID()
    await expect(setReasonRetired(admin, { id, retired: 'yes' }, at)).rejects.toEqual(refusal('notFound'))
    await expect(moveReason(admin, { id, way: 'up' }, at)).rejects.toEqual(refusal('notFound'))
    expect(await openReason(admin, id)).toBeNull()
  })
})

test('a reason moves one place, and not beyond the end', async () => {
  const [first = '', second = '', ...rest] = await choices('ask')
  await moveReason(admin, { id: second, way: 'up' }, at)
  expect(await choices('ask')).toEqual([second, first, ...rest])
  await expect(moveReason(admin, { id: second, way: 'up' }, at)).rejects.toEqual(refusal('alreadyDone'))
  const retired = await aRetired()
  await expect(moveReason(admin, { id: retired, way: 'up' }, at)).rejects.toEqual(refusal('reasonRetired'))
})

test('seeding again restores nothing that was retired or reworded', async () => {
  const before = await listAllReasons(admin)
  await seedReasons(as.owner)
  expect(await listAllReasons(admin)).toEqual(before)
})

describe('the database', () => {
  const text = sql`'{"en":"Other","de":"Anders"}'::jsonb`

  test('does not let the app change words or delete anything', async () => {
    const id = await aRetired()
    await expect(db.execute(sql`update reasons set texts = ${text} where id = ${id}`)).rejects.toThrow()
    await expect(db.execute(sql`delete from reasons where id = ${id}`)).rejects.toThrow()
    await expect(as.worker.execute(sql`update reasons set position = 1`)).rejects.toThrow()
  })

  test('protects used reasons from the owner too', async () => {
    const [used] = await db.select({ id: decisions.reasonId }).from(decisions).limit(1)
    const cause = (promise: Promise<unknown>) =>
      promise.then(
        () => 'done',
        (error) => error.cause.message,
      )
    const kept = 'a reason that was used keeps its words'
    expect(
      await cause(as.owner.execute(sql`update reasons set texts = ${text} where id = ${used?.id}`)),
    ).toBe(kept)
    expect(await cause(as.owner.execute(sql`delete from reasons where id = ${used?.id}`))).toBe(kept)
  })

  test('requires both languages, and the meaning of an ending', async () => {
    const refused = (values: typeof reasons.$inferInsert) =>
      db
        .insert(reasons)
        .values(values)
        .then(() => undefined, brokenConstraint)
    const position = 99
    expect(await refused({ kind: 'ask', texts: { en: 'x', de: ' ' }, position })).toBe('reasons_texts')
    expect(await refused({ kind: 'ask', texts: { en: 'x' } as never, position })).toBe('reasons_texts')
    expect(await refused({ kind: 'end', texts: words, position })).toBe('reasons_ending')
    expect(await refused({ kind: 'ask', ending: 'sold', texts: words, position })).toBe('reasons_ending')
  })
})

async function aRetired() {
  const id = await addReason(admin, { kind: 'ask', ending: undefined, ...words }, at)
  await setReasonRetired(admin, { id, retired: 'yes' }, at)
  const live = and(eq(reasons.id, id), isNull(reasons.retiredAt))
  expect(await db.select().from(reasons).where(live)).toEqual([])
  return id
}
