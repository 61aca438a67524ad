import { and, eq, sql } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { benefits, logEntries, services } from '@/db/schema'
import type { Admin } from '@/lib/actor'
import { rangeOfServices, servicesFor } from '@/lib/status-rules/queries/equipment'
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
/** What its lines are found by. */
let word: string
/** A benefit of this test's own, which is Silver's in every country. */
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
const stop = async (over: { country?: string; from?: string } = {}) =>
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
/** As the card and the programme page say it, and as the desk does: always the same. */
async function told(country: string, day: string, language: 'en' | 'de' = 'en') {
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
  test('is a new line from its day on, for page, card and desk; the old one ends the day before and stays', async () => {
    const id = await change()
    expect(await told('DE', addDays(soon, -1))).toBe(`10 % off ${word}`)
    expect(await told('DE', soon)).toBe(`15 % off ${word}`)
    expect(await lines()).toMatchObject([
      { id, effectiveFrom: soon, effectiveTo: null, reason: 'Agreed', by: expect.any(String) },
      { effectiveFrom: '2026-01-01', effectiveTo: addDays(soon, -1), by: null },
    ])
    expect(await logOf(id)).toEqual([['service.changed', 'Agreed']])
  })

  test('in a country holds there alone, and can take the benefit away there', async () => {
    await change({ country: 'PL' })
    expect(await told('PL', soon)).toBe(`15 % off ${word}`)
    expect(await told('DE', soon)).toBe(`10 % off ${word}`)
    await change({ country: 'IE', offered: 'no', en: '', de: '', quantity: null })
    expect(await told('IE', addDays(soon, -1))).toBe(`10 % off ${word}`)
    expect(await told('IE', soon)).toBeUndefined()
    await expect(change({ offered: 'no', en: '', de: '' })).rejects.toEqual(refusal('servicesOnlyInCountry'))
    await expect(change({ country: 'QQ' })).rejects.toEqual(refusal('notFound'))
  })

  test('never applies from today or the past, needs a fresh factor, and a benefit that is one', async () => {
    for (const from of [today, '2020-01-01'])
      await expect(change({ from })).rejects.toEqual(refusal('servicesDay'))
    await expect(change({ benefit: crypto.randomUUID() })).rejects.toEqual(refusal('notFound'))
    admin = await anAdmin(db, { factorAt: new Date(at.getTime() - 6 * 60_000) })
    const back = () => withdrawService(admin, { line: benefit, reason: 'x' }, at, db)
    for (const attempt of [() => change(), () => stop(), back])
      await expect(attempt()).rejects.toEqual(refusal('stepUp'))
  })

  test('the second of two at once, and a second click, are told', async () => {
    const before = await seen()
    const answers = await Promise.allSettled([change({ seen: before }), change({ seen: before })])
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    await expect(change({ seen: before })).rejects.toEqual(refusal('servicesChanged'))
    expect(await lines()).toHaveLength(2)
  })
})

describe('ending and taking back', () => {
  test('a country’s own line goes from a day on, and what holds for every country applies again', async () => {
    await change({ country: 'SE', from: addDays(today, 2) })
    await stop({ country: 'SE' })
    expect(await told('SE', addDays(soon, -1))).toBe(`15 % off ${word}`)
    expect(await told('SE', soon)).toBe(`10 % off ${word}`)
    await expect(stop({ country: 'SE' })).rejects.toEqual(refusal('servicesNothingToEnd'))
  })

  test('a benefit ends', async () => {
    await stop()
    expect(await told('DE', addDays(soon, -1))).toBe(`10 % off ${word}`)
    expect(await told('DE', soon)).toBeUndefined()
    expect((await logOf((await lines())[0]?.id ?? '')).flat()).toContain('service.ended')
  })

  test('a coming line is taken back once, and the one before goes on; one in force is not', async () => {
    const line = await change()
    const back = (id: string) => withdrawService(admin, { line: id, reason: 'A mistake' }, at, db)
    const answers = await Promise.allSettled([back(line), back(line)])
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    await expect(back(line)).rejects.toEqual(refusal('servicesNotComing'))
    const [only, ...others] = await lines()
    expect(others).toEqual([])
    expect(only).toMatchObject({ effectiveFrom: '2026-01-01', effectiveTo: null })
    await expect(back(String(only?.id))).rejects.toEqual(refusal('servicesNotComing'))
    await expect(back(crypto.randomUUID())).rejects.toEqual(refusal('servicesNotComing'))
  })
})

describe('the database refuses', () => {
  const answer = (attempt: Promise<unknown>) =>
    attempt.then(
      () => 'it worked',
      (error) => String(error.cause ?? error),
    )
  const here = () => and(eq(services.benefitId, benefit), eq(services.status, 'silver'))

  test('two lines of a place on one day, whoever writes them', async () => {
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

  test('to change what has begun, but for a last day that is not over', async () => {
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

  test('move by one, and no further than the ends', async () => {
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

  test('are named once; a new name leaves what members read alone', async () => {
    const hotline = { en: 'pro HOTLINE', de: '', unit: null }
    await expect(addBenefit(admin, hotline, at, db)).rejects.toEqual(refusal('benefitKnown'))
    await expect(renameBenefit(admin, { ...hotline, benefit }, at, db)).rejects.toEqual(
      refusal('benefitKnown'),
    )
    await renameBenefit(admin, { benefit, en: `Hire ${benefit}`, de: '', unit: null }, at, db)
    expect(await told('DE', today)).toBe(`10 % off ${word}`)
    const gone = { ...hotline, en: `Nothing ${benefit}`, benefit: crypto.randomUUID() }
    await expect(renameBenefit(admin, gone, at, db)).rejects.toEqual(refusal('notFound'))
  })
})

test('a text without German reads in English, and is listed until it is there', async () => {
  const missing = async () =>
    (await missingTexts(admin, today, db)).filter(
      ({ place }) => place.kind === 'service' && place.benefit === benefit && place.country === null,
    )
  expect(await missing()).toEqual([])
  const id = await change({ de: '' })
  expect(await told('DE', soon, 'de')).toBe(`15 % off ${word}`)
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

test('a quantity stands in every text, and English is there', () => {
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
