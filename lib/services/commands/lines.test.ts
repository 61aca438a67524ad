import { and, eq, sql } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { benefits, logEntries, services } from '@/db/schema'
import type { Admin } from '@/lib/actor'
import { rangeOfServices, servicesFor } from '@/lib/services/queries'
import { addDays, berlinDate } from '@/lib/time'
import { missingTexts } from '@/lib/translations/queries'
import { testDatabase } from '@/testing/database'
import { anAdmin } from '@/testing/people'
import { ServiceChange } from '../input'
import { linesOf } from '../queries'
import { seenOf } from '../rules'
import { addBenefit, moveBenefit, renameBenefit } from './benefits'
import { changeService, endService, withdrawService } from './lines'

const { db, as } = testDatabase()
const at = new Date()
const today = berlinDate(at)
const soon = addDays(today, 10)
const refusal = (reason: string) => expect.objectContaining({ reason })

let admin: Admin
let benefit: string
/** A word that identifies its lines. */
let word: string
/** A separate benefit for each test, for Silver in every country. */
beforeEach(async () => {
  admin = await anAdmin(db, { factorAt: at })
  word = crypto.randomUUID().slice(0, 8)
  benefit = await addBenefit(
    admin,
    { en: `Rental ${crypto.randomUUID()}`, de: 'Miete', unit: 'per-cent' },
    at,
    db,
  )
  await as.owner.insert(services).values({
    benefitId: benefit,
    status: 'silver',
    texts: { en: `10 % off ${word}`, de: `10 % auf ${word}` },
    quantity: 10,
    effectiveFrom: '2026-01-01',
  })
})
const place = (country: string | null = null) => ({ benefit, status: 'silver' as const, country })
const lines = (country: string | null = null) => linesOf(admin, place(country), db)
const seen = async (country: string | null = null) => seenOf(await lines(country), today)
const change = async (over: Partial<ServiceChange> = {}) =>
  changeService(
    admin,
    {
      ...place(over.country),
      from: soon,
      seen: await seen(over.country),
      reason: 'Agreed',
      offered: 'yes',
      en: `15 % off ${word}`,
      de: `15 % auf ${word}`,
      quantity: 15,
      ...over,
    },
    at,
    db,
  )
const endLine = async (over: { country?: string; from?: string } = {}) =>
  endService(
    admin,
    {
      ...place(over.country),
      from: soon,
      seen: await seen(over.country),
      reason: 'Not paid for any more',
      ...over,
      country: over.country ?? null,
    },
    at,
    db,
  )
/** Returns the line shown on card, programme page and desk, which must be the same. */
async function shownLine(country: string, day: string, language: 'en' | 'de' = 'en') {
  const card = await servicesFor('silver', country, day, language)
  expect((await rangeOfServices(country, day, language)).silver).toEqual(card)
  const { rows } = await as.owner.execute<{ lines: string[] }>(
    sql`select desk.services('silver', ${country}, ${day}, ${language}) as lines`,
  )
  expect(rows[0]?.lines).toEqual(card)
  return card.find((line) => line.includes(word))
}
const logOf = async (subject: string) =>
  (await db.select().from(logEntries).where(eq(logEntries.subjectId, subject))).map(({ action, reason }) => [
    action,
    reason,
  ])

describe('a change', () => {
  test('adds a line from its day on, for page, card and desk; the old one ends the day before and is kept', async () => {
    const id = await change()
    expect(await shownLine('DE', addDays(soon, -1))).toBe(`10 % off ${word}`)
    expect(await shownLine('DE', soon)).toBe(`15 % off ${word}`)
    expect(await lines()).toMatchObject([
      { id, effectiveFrom: soon, effectiveTo: null, reason: 'Agreed', by: expect.any(String) },
      { effectiveFrom: '2026-01-01', effectiveTo: addDays(soon, -1), by: null },
    ])
    expect(await logOf(id)).toEqual([['service.changed', 'Agreed']])
  })

  test('in a country applies only there, and can remove the benefit there', async () => {
    await change({ country: 'PL' })
    expect(await shownLine('PL', soon)).toBe(`15 % off ${word}`)
    expect(await shownLine('DE', soon)).toBe(`10 % off ${word}`)
    await change({ country: 'IE', offered: 'no', en: '', de: '', quantity: null })
    expect(await shownLine('IE', addDays(soon, -1))).toBe(`10 % off ${word}`)
    expect(await shownLine('IE', soon)).toBeUndefined()
    await expect(change({ offered: 'no', en: '', de: '' })).rejects.toEqual(refusal('servicesOnlyInCountry'))
    await expect(change({ country: 'QQ' })).rejects.toEqual(refusal('notFound'))
  })

  test('never applies from today or the past, needs a fresh factor, and an existing benefit', async () => {
    for (const from of [today, '2020-01-01'])
      await expect(change({ from })).rejects.toEqual(refusal('servicesDay'))
    await expect(change({ benefit: crypto.randomUUID() })).rejects.toEqual(refusal('notFound'))
    admin = await anAdmin(db, { factorAt: new Date(at.getTime() - 6 * 60_000) })
    const withdraw = () => withdrawService(admin, { line: benefit, reason: 'x' }, at, db)
    for (const attempt of [() => change(), () => endLine(), withdraw])
      await expect(attempt()).rejects.toEqual(refusal('stepUp'))
  })

  test('the second of two at once, and a second click, are refused', async () => {
    const before = await seen()
    const answers = await Promise.allSettled([change({ seen: before }), change({ seen: before })])
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    await expect(change({ seen: before })).rejects.toEqual(refusal('servicesChanged'))
    expect(await lines()).toHaveLength(2)
  })
})

describe('ending and withdrawing', () => {
  test('a country’s own line ends from a day on, and the general one applies again', async () => {
    await change({ country: 'SE', from: addDays(today, 2) })
    await endLine({ country: 'SE' })
    expect(await shownLine('SE', addDays(soon, -1))).toBe(`15 % off ${word}`)
    expect(await shownLine('SE', soon)).toBe(`10 % off ${word}`)
    await expect(endLine({ country: 'SE' })).rejects.toEqual(refusal('servicesNothingToEnd'))
  })

  test('a benefit ends', async () => {
    await endLine()
    expect(await shownLine('DE', addDays(soon, -1))).toBe(`10 % off ${word}`)
    expect(await shownLine('DE', soon)).toBeUndefined()
    expect((await logOf((await lines())[0]?.id ?? '')).flat()).toContain('service.ended')
  })

  test('a coming line is withdrawn once, and the previous one continues; one in force is not', async () => {
    const line = await change()
    const withdraw = (id: string) => withdrawService(admin, { line: id, reason: 'A mistake' }, at, db)
    const answers = await Promise.allSettled([withdraw(line), withdraw(line)])
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    await expect(withdraw(line)).rejects.toEqual(refusal('servicesNotComing'))
    const [only, ...others] = await lines()
    expect(others).toEqual([])
    expect(only).toMatchObject({ effectiveFrom: '2026-01-01', effectiveTo: null })
    await expect(withdraw(String(only?.id))).rejects.toEqual(refusal('servicesNotComing'))
    await expect(withdraw(crypto.randomUUID())).rejects.toEqual(refusal('servicesNotComing'))
  })
})

describe('the database refuses', () => {
  const answer = (attempt: Promise<unknown>) =>
    attempt.then(
      () => 'it worked',
      (error) => String(error.cause ?? error),
    )
  const here = () => and(eq(services.benefitId, benefit), eq(services.status, 'silver'))

  test('two lines of a place on one day, by any role', async () => {
    const twice = { benefitId: benefit, status: 'silver' as const, texts: { en: 'x', de: 'x' } }
    for (const country of [null, null, 'PL'])
      expect(
        await answer(as.owner.insert(services).values({ ...twice, country, effectiveFrom: '2027-05-01' })),
      ).toMatch(country ? 'it worked' : /services_no_overlap/)
    const elsewhere = { ...twice, effectiveFrom: '2027-05-01' }
    expect(await answer(as.owner.insert(services).values({ ...elsewhere, status: 'gold' }))).toBe('it worked')
    expect(await answer(as.owner.insert(services).values({ ...elsewhere, status: 'red' }))).toMatch(
      /red_has_none/,
    )
    expect(
      await answer(
        as.owner.insert(services).values({ ...twice, country: 'PL', effectiveFrom: '2027-06-01' }),
      ),
    ).toMatch(/services_no_overlap/)
  })

  test('to change what has begun, except its future last day', async () => {
    for (const on of [as.owner, as.app]) {
      expect(await answer(on.update(services).set({ quantity: 1 }).where(here()))).toMatch(/has begun|denied/)
      expect(await answer(on.delete(services).where(here()))).toMatch(/has begun/)
      expect(
        await answer(
          on
            .update(services)
            .set({ effectiveTo: addDays(today, -1) })
            .where(here()),
        ),
      ).toMatch(/has begun/)
      expect(await answer(on.update(services).set({ effectiveTo: today }).where(here()))).toBe('it worked')
    }
    expect(await answer(as.owner.execute(sql`truncate services`))).toMatch(/append-only/)
  })
})

describe('benefits', () => {
  const order = async () => (await db.select().from(benefits).orderBy(benefits.position)).map(({ id }) => id)

  test('move by one, and not beyond the ends', async () => {
    const before = await order()
    await moveBenefit(admin, { benefit, to: 'up' }, at, db)
    expect((await order()).indexOf(benefit)).toBe(before.indexOf(benefit) - 1)
    await moveBenefit(admin, { benefit, to: 'down' }, at, db)
    expect(await order()).toEqual(before)
    await expect(moveBenefit(admin, { benefit, to: 'down' }, at, db)).rejects.toEqual(
      refusal('benefitNoFurther'),
    )
    const unknown = { benefit: crypto.randomUUID(), to: 'up' as const }
    await expect(moveBenefit(admin, unknown, at, db)).rejects.toEqual(refusal('benefitNoFurther'))
  })

  test('have unique names; a new name does not change what members read', async () => {
    const hotline = { en: 'pro HOTLINE', de: '', unit: null }
    await expect(addBenefit(admin, hotline, at, db)).rejects.toEqual(refusal('benefitKnown'))
    await expect(renameBenefit(admin, { ...hotline, benefit }, at, db)).rejects.toEqual(
      refusal('benefitKnown'),
    )
    await renameBenefit(admin, { benefit, en: `Hire ${benefit}`, de: '', unit: null }, at, db)
    expect(await shownLine('DE', today)).toBe(`10 % off ${word}`)
    const unknownBenefit = { ...hotline, en: `Nothing ${benefit}`, benefit: crypto.randomUUID() }
    await expect(renameBenefit(admin, unknownBenefit, at, db)).rejects.toEqual(refusal('notFound'))
  })
})

test('a text without German is shown in English, and listed until it is translated', async () => {
  const missing = async () =>
    (await missingTexts(admin, today, db)).filter(
      ({ place }) => place.kind === 'service' && place.benefit === benefit && place.country === null,
    )
  expect(await missing()).toEqual([])
  const id = await change({ de: '' })
  expect(await shownLine('DE', soon, 'de')).toBe(`15 % off ${word}`)
  expect(await missing()).toEqual([
    {
      text: `15 % off ${word}`,
      languages: ['de'],
      place: { kind: 'service', benefit, status: 'silver', country: null },
    },
  ])
  await withdrawService(admin, { line: id, reason: 'x' }, at, db)
  expect(await missing()).toEqual([])
})

test('a quantity is in every text, and English is required', () => {
  const typed = { ...place(), country: '', from: soon, reason: 'Agreed', quantity: '4' }
  const errors = (over: object) =>
    ServiceChange.safeParse({ ...typed, ...over }).error?.issues.map(({ path, message }) => [
      ...path,
      message,
    ])
  expect(errors({ benefit: crypto.randomUUID(), en: '4 cleans', de: '' })).toBeUndefined()
  expect(errors({ benefit: crypto.randomUUID(), en: '14 cleans', de: '4 Reinigungen' })).toEqual([
    ['en', 'quantityInText'],
  ])
  expect(errors({ benefit: crypto.randomUUID(), en: '4 cleans', de: 'Vier' })).toEqual([
    ['de', 'quantityInText'],
  ])
  expect(errors({ benefit: crypto.randomUUID(), en: ' ' })).toEqual([['en', 'required']])
})
