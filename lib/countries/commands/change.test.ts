import { and, desc, eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { countries, logEntries, memberships } from '@/db/schema'
import type { Admin } from '@/lib/actor'
import { brokenConstraint } from '@/lib/errors'
import { startJoin } from '@/lib/joining/commands/start'
import { countMembersByCountry } from '@/lib/overview/queries/members'
import { changePreferences } from '@/lib/profile/commands/details'
import { textOn } from '@/lib/texts/queries/texts'
import { testDatabase } from '@/testing/database'
import { aMember, anAdmin } from '@/testing/people'
import { findCountry, listCountries, whereOffered } from '../queries'
import { endCountry, nameOperator, openCountry, withdrawCountryChange } from './change'

const { db, as } = testDatabase()
const at = new Date('2026-11-24T10:00:00Z')
const TODAY = '2026-11-24'
const on = (day: string) => new Date(`${day}T12:00:00+01:00`)
const refusal = (reason: string, field?: string) => expect.objectContaining({ reason, field })

let admin: Admin
beforeAll(async () => {
  admin = await anAdmin(db, { factorAt: at })
})

const fresh = (day: string) => ({ ...admin, factorAt: on(day) })
const lastOf = async (country: string) =>
  (
    await db.select().from(logEntries).where(eq(logEntries.country, country)).orderBy(desc(logEntries.id))
  ).map(({ action, reason }) => [action, reason])

async function joinFrom(country: string, when: Date, day: string) {
  const [terms, privacy] = [await textOn('terms', day), await textOn('privacy', day)]
  const email = `${crypto.randomUUID()}@example.com`
  const person = { firstName: 'Ana', surname: 'Amostra', bornOn: '1990-05-17', language: 'en' as const }
  return startJoin({ ...person, country, email, terms: terms.id, privacy: privacy.id }, undefined, when)
}

test('the offered countries are listed, and the operators elsewhere', async () => {
  const { offered, elsewhere } = await whereOffered(TODAY)
  expect(offered.toSorted().join(' ')).toBe('AT BE CZ DE ES FR GB IE IT PL SE SK')
  expect(elsewhere.map(({ code }) => code).toSorted()).toEqual(['AU', 'CA', 'JP', 'US'])
  expect((await whereOffered('2025-12-31')).offered).toEqual([])
})

describe('opening', () => {
  test('people can join from the first day on, and not the day before', async () => {
    await openCountry(admin, { code: 'PT', from: '2026-12-01' }, at)
    await expect(joinFrom('PT', on('2026-11-30'), '2026-11-30')).rejects.toEqual(
      refusal('countryNotOfferedNobody', 'country'),
    )
    await expect(joinFrom('PT', on('2026-12-01'), '2026-12-01')).resolves.toBeTypeOf('string')
    expect(await lastOf('PT')).toEqual([['country.opened', '2026-12-01']])
    expect((await whereOffered('2026-11-30')).offered).not.toContain('PT')
    expect((await whereOffered('2026-12-01')).offered).toContain('PT')
  })

  test('refuses a past day, an open country, the same day twice and an unknown country', async () => {
    const open = (code: string, from: string) => openCountry(admin, { code, from }, at)
    await expect(open('NL', '2026-11-23')).rejects.toEqual(refusal('dayPast', 'from'))
    await expect(open('DE', '2026-12-01')).rejects.toEqual(refusal('countryOffered'))
    await expect(open('XX', '2026-12-01')).rejects.toEqual(refusal('notFound'))
    await open('NL', '2026-12-01')
    await expect(open('NL', '2026-12-01')).rejects.toEqual(refusal('alreadyDone'))
    await open('NL', '2026-12-15')
    expect(await findCountry(admin, 'NL', TODAY)).toMatchObject({ period: { from: '2026-12-15' } })
  })

  test('twice at once is once', async () => {
    const both = [1, 2].map(() => openCountry(admin, { code: 'DK', from: TODAY }, at))
    const results = await Promise.allSettled(both)
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await lastOf('DK')).toHaveLength(1)
  })

  test('a stale factor is refused', async () => {
    const stale = { ...admin, factorAt: new Date(at.getTime() - 6 * 60_000) }
    await expect(openCountry(stale, { code: 'FI', from: TODAY }, at)).rejects.toEqual(refusal('stepUp'))
    await expect(endCountry(stale, { code: 'DE', to: TODAY }, at)).rejects.toEqual(refusal('stepUp'))
    await expect(withdrawCountryChange(stale, 'NL', at)).rejects.toEqual(refusal('stepUp'))
  })
})

describe('ending', () => {
  test('members there keep term and profile; nobody can join or move there any more', async () => {
    const member = await aMember(db, { country: 'SK' }, at)
    const before = await db.select().from(memberships).where(eq(memberships.memberId, member.ownMemberId))
    await endCountry(admin, { code: 'SK', to: '2026-11-30' }, at)
    expect(await findCountry(admin, 'SK', TODAY)).toMatchObject({ state: 'ending' })
    expect((await countMembersByCountry(admin, TODAY, db)).SK).toBe(1)
    await expect(joinFrom('SK', on('2026-11-30'), '2026-11-30')).resolves.toBeTypeOf('string')

    const later = on('2026-12-01')
    await expect(joinFrom('SK', later, '2026-12-01')).rejects.toMatchObject({ field: 'country' })
    await changePreferences(member, { country: 'SK', language: 'de' }, later)
    const elsewhere = await aMember(db, {}, at)
    await expect(changePreferences(elsewhere, { country: 'SK', language: 'en' }, later)).rejects.toEqual(
      refusal('countryNotOfferedNobody', 'country'),
    )
    expect(await db.select().from(memberships).where(eq(memberships.memberId, member.ownMemberId))).toEqual(
      before,
    )
    expect(await findCountry(admin, 'SK', '2026-12-01')).toMatchObject({ state: 'ended' })
    expect((await countMembersByCountry(admin, '2026-12-01', db)).SK).toBe(1)
  })

  test('a country that ended opens again from a later day', async () => {
    await endCountry(admin, { code: 'CZ', to: TODAY }, at)
    await openCountry(fresh('2026-12-10'), { code: 'CZ', from: '2026-12-12' }, on('2026-12-10'))
    expect((await whereOffered('2026-12-11')).offered).not.toContain('CZ')
    expect((await whereOffered('2026-12-12')).offered).toContain('CZ')
  })

  test('refuses a past day, the same day twice and a country that is not offered', async () => {
    const end = (code: string, to: string) => endCountry(admin, { code, to }, at)
    await expect(end('IE', '2026-11-23')).rejects.toEqual(refusal('dayPast', 'to'))
    await expect(end('BR', '2026-12-01')).rejects.toEqual(refusal('countryClosed'))
    await end('IE', '2026-12-31')
    await expect(end('IE', '2026-12-31')).rejects.toEqual(refusal('alreadyDone'))
  })
})

test('a future change can be withdrawn, once', async () => {
  await endCountry(admin, { code: 'IT', to: '2026-12-31' }, at)
  await withdrawCountryChange(admin, 'IT', at)
  expect(await findCountry(admin, 'IT', '2027-01-01')).toMatchObject({ state: 'offered' })
  await openCountry(admin, { code: 'HU', from: '2026-12-01' }, at)
  await withdrawCountryChange(admin, 'HU', at)
  expect(await findCountry(admin, 'HU', '2026-12-01')).toMatchObject({ state: 'never' })
  await expect(withdrawCountryChange(admin, 'HU', at)).rejects.toEqual(refusal('alreadyDone'))
  await expect(withdrawCountryChange(admin, 'XX', at)).rejects.toEqual(refusal('notFound'))
})

test('a refused join names the operator, and the list shows it', async () => {
  const url = 'https://br.example.com'
  await nameOperator(admin, { code: 'BR', operator: 'Panasonic do Brasil', url }, at)
  await expect(joinFrom('BR', at, TODAY)).rejects.toMatchObject({
    reason: 'countryNotOffered',
    values: { country: 'Brazil', operator: 'Panasonic do Brasil' },
  })
  const listed = await listCountries(admin, TODAY)
  expect(listed.find(({ code }) => code === 'BR')).toMatchObject({ url, state: 'never' })
  await nameOperator(admin, { code: 'BR' }, at)
  expect((await whereOffered(TODAY)).elsewhere.map(({ code }) => code)).not.toContain('BR')
})

test('the database refuses an end without or before a beginning, and an address without an operator', async () => {
  const change = (to: Partial<typeof countries.$inferInsert>) =>
    db
      .update(countries)
      .set(to)
      .where(and(eq(countries.code, 'NO')))
      .then(() => undefined, brokenConstraint)
  expect(await change({ offeredTo: '2026-12-01' })).toBe('countries_dates')
  expect(await change({ offeredFrom: '2026-12-02', offeredTo: '2026-12-01' })).toBe('countries_dates')
  expect(await change({ operatorUrl: 'https://no.example.com' })).toBe('countries_operator_url')
  expect(await change({ operator: 'Somebody', operatorUrl: 'http://no.example.com' })).toBe(
    'countries_operator_url',
  )
  await expect(db.delete(countries).where(eq(countries.code, 'NO'))).rejects.toThrow()
  await expect(as.worker.select().from(countries)).rejects.toThrow()
})
