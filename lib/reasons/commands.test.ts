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

const chosenFrom = async (kind: string) =>
  (await listReasons(reviewer)).filter((reason) => reason.kind === kind).map(({ id }) => id)
const logged = async (subjectId: string) =>
  (await db.select().from(logEntries).where(eq(logEntries.subjectId, subjectId))).map(({ action }) => action)

async function refusedWith(reason: string) {
  const member = await aMember(db)
  const seen = await aRegistration(db, member)
  await refusePurchase(reviewer, { ...seen, reason, sentence: undefined }, at)
  return { member, ...seen }
}

test('a reason that is added can be chosen at once, as the last of its kind', async () => {
  const id = await addReason(admin, { kind: 'refuse', ending: undefined, ...words }, at)
  expect((await chosenFrom('refuse')).at(-1)).toBe(id)
  expect(await logged(id)).toEqual(['reason.added'])
  await refusedWith(id)
  expect(await openReason(admin, id)).toMatchObject({ used: 1, before: [] })
})

describe('other words', () => {
  test('are another reason in the same place; what was decided keeps what was said', async () => {
    const old = await aReason(db, 'refuse', 'no-proof')
    const place = (await chosenFrom('refuse')).indexOf(old)
    const { member, id: registration } = await refusedWith(old)
    const before = await findOwn(member, registration, at)
    const fresh = await rewordReason(admin, { id: old, ...words }, at)

    const now = await chosenFrom('refuse')
    expect(now.indexOf(fresh)).toBe(place)
    expect(now).not.toContain(old)
    expect(await findOwn(member, registration, at)).toEqual(before)
    expect(JSON.stringify(before)).toContain('does not show a purchase')
    expect(await openReason(admin, fresh)).toMatchObject({
      used: 0,
      before: [{ id: old, until: '2026-11-24' }],
    })
    expect(await openReason(admin, old)).toMatchObject({ replacedBy: fresh, used: 1 })
    await expect(refusedWith(old)).rejects.toEqual(refusal('reasonGone'))
    await refusedWith(fresh)
  })

  test('the same ones, of a retired reason and of none are refused', async () => {
    const id = await addReason(admin, { kind: 'ask', ending: undefined, ...words }, at)
    const reword = (more: object) => rewordReason(admin, { id, ...words, ...more }, at)
    await expect(reword({})).rejects.toEqual(refusal('reasonSame'))
    expect(await chosenFrom('ask')).toContain(id)
    await reword({ en: 'It is torn.' })
    await expect(reword({ en: 'It is cut.' })).rejects.toEqual(refusal('reasonRetired'))
    await expect(reword({ id: crypto.randomUUID() })).rejects.toEqual(refusal('notFound'))
  })

  test('by two at once are one change', async () => {
    const id = await addReason(admin, { kind: 'ask', ending: undefined, ...words }, at)
    const both = ['One.', 'Two.'].map((en) => rewordReason(admin, { id, ...words, en }, at))
    expect((await Promise.allSettled(both)).map(({ status }) => status).sort()).toEqual([
      'fulfilled',
      'rejected',
    ])
    const after = await db.select().from(reasons).where(eq(reasons.replaces, id))
    expect(after).toHaveLength(1)
  })

  test('of an ending end as before', async () => {
    const id = await addReason(admin, { kind: 'end', ending: 'sold', ...words }, at)
    const fresh = await rewordReason(admin, { id, ...words, en: 'It has a new owner.' }, at)
    expect(await openReason(admin, fresh)).toMatchObject({ kind: 'end', ending: 'sold' })
  })
})

describe('retiring', () => {
  test('takes it from the reviewers, and bringing back gives it to them; each once', async () => {
    const id = await addReason(admin, { kind: 'ask', ending: undefined, ...words }, at)
    const set = (retired: 'yes' | 'no') => setReasonRetired(admin, { id, retired }, at)
    await set('yes')
    expect(await chosenFrom('ask')).not.toContain(id)
    await expect(set('yes')).rejects.toEqual(refusal('alreadyDone'))
    await set('no')
    expect(await chosenFrom('ask')).toContain(id)
    await expect(set('no')).rejects.toEqual(refusal('alreadyDone'))
    expect(await logged(id)).toEqual(['reason.added', 'reason.retired', 'reason.reinstated'])
  })

  test('words that were replaced do not come back beside the new ones', async () => {
    const id = await addReason(admin, { kind: 'ask', ending: undefined, ...words }, at)
    await rewordReason(admin, { id, ...words, de: 'Sie ist zerrissen.' }, at)
    await expect(setReasonRetired(admin, { id, retired: 'no' }, at)).rejects.toEqual(
      refusal('reasonReplaced'),
    )
  })

  test('the last of its kind stays, also when two are retired at once', async () => {
    const [one, other] = await chosenFrom('end')
    const rest = (await chosenFrom('end')).slice(2)
    for (const id of rest) await setReasonRetired(admin, { id, retired: 'yes' }, at)
    const both = [one, other].map((id = '') => setReasonRetired(admin, { id, retired: 'yes' }, at))
    const results = await Promise.allSettled(both)
    expect(results.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: refusal('lastReason'),
    })
    expect(await chosenFrom('end')).toHaveLength(1)
  })

  test('what is not there is not found', async () => {
    const id = crypto.randomUUID()
    await expect(setReasonRetired(admin, { id, retired: 'yes' }, at)).rejects.toEqual(refusal('notFound'))
    await expect(moveReason(admin, { id, way: 'up' }, at)).rejects.toEqual(refusal('notFound'))
    expect(await openReason(admin, id)).toBeNull()
  })
})

test('a reason moves a place, and at the end it stays', async () => {
  const [first = '', second = '', ...rest] = await chosenFrom('ask')
  await moveReason(admin, { id: second, way: 'up' }, at)
  expect(await chosenFrom('ask')).toEqual([second, first, ...rest])
  await expect(moveReason(admin, { id: second, way: 'up' }, at)).rejects.toEqual(refusal('alreadyDone'))
  const gone = await aRetired()
  await expect(moveReason(admin, { id: gone, way: 'up' }, at)).rejects.toEqual(refusal('reasonRetired'))
})

test('seeding again brings back nothing that was retired or reworded', async () => {
  const before = await listAllReasons(admin)
  await seedReasons(as.owner)
  expect(await listAllReasons(admin)).toEqual(before)
})

describe('the database', () => {
  const text = sql`'{"en":"Other","de":"Anders"}'::jsonb`

  test('lets the app change no words and delete nothing', async () => {
    const id = await aRetired()
    await expect(db.execute(sql`update reasons set texts = ${text} where id = ${id}`)).rejects.toThrow()
    await expect(db.execute(sql`delete from reasons where id = ${id}`)).rejects.toThrow()
    await expect(as.worker.execute(sql`update reasons set position = 1`)).rejects.toThrow()
  })

  test('keeps what was used from the owner too', async () => {
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

  test('wants both languages, and what an ending means', async () => {
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
