import 'server-only'
import { eq } from 'drizzle-orm'
import { type Database, db } from '@/db/client'
import { countries } from '@/db/schema'
import type { Admin } from '@/lib/actor'
import { Refusal } from '@/lib/errors'
import { requireFreshFactor } from '@/lib/fresh-factor'
import { record } from '@/lib/log/record'
import { berlinDate } from '@/lib/time'
import type { CountryEnding, CountryOpening, CountryOperator } from '../input'
import { isOffered, offerOn } from '../rules'

/** Offers the programme in a country from a day on, today or later. Refuses when it is offered already. */
export async function openCountry(
  admin: Admin,
  { code: country, from }: CountryOpening,
  at: Date,
  on: Database = db,
) {
  requireFreshFactor(admin, at)
  const today = berlinDate(at)
  if (from < today) throw new Refusal('dayPast', 'from')
  await on.transaction(async (tx) => {
    const period = await lockPeriod(tx, country)
    if (isOffered(period, today)) throw new Refusal('countryOffered')
    if (period.from === from) throw new Refusal('alreadyDone')
    await setPeriod(tx, country, { from, to: null })
    await record(tx, admin, 'country.opened', { country, reason: from, at })
  })
}

/**
 * Ends the programme in a country after a last day, today or later. Members there stay until the end of their term. Refuses when
 * it is not offered.
 */
export async function endCountry(
  admin: Admin,
  { code: country, to }: CountryEnding,
  at: Date,
  on: Database = db,
) {
  requireFreshFactor(admin, at)
  const today = berlinDate(at)
  if (to < today) throw new Refusal('dayPast', 'to')
  await on.transaction(async (tx) => {
    const period = await lockPeriod(tx, country)
    if (!isOffered(period, today)) throw new Refusal('countryClosed')
    if (period.to === to) throw new Refusal('alreadyDone')
    await setPeriod(tx, country, { from: period.from, to })
    await record(tx, admin, 'country.ending', { country, reason: to, at })
  })
}

/** Withdraws a future opening or end. Refuses when there is none. */
export async function withdrawCountryChange(admin: Admin, country: string, at: Date, on: Database = db) {
  requireFreshFactor(admin, at)
  await on.transaction(async (tx) => {
    const period = await lockPeriod(tx, country)
    const state = offerOn(period, berlinDate(at))
    if (state !== 'coming' && state !== 'ending') throw new Refusal('alreadyDone')
    await setPeriod(tx, country, { from: state === 'coming' ? null : period.from, to: null })
    await record(tx, admin, 'country.taken-back', { country, at })
  })
}

/** Sets who runs the programme in a country when we do not, and their web address. */
export async function nameOperator(admin: Admin, input: CountryOperator, at: Date, on: Database = db) {
  const { code: country, operator = null, url: operatorUrl = null } = input
  await on.transaction(async (tx) => {
    await lockPeriod(tx, country)
    await tx.update(countries).set({ operator, operatorUrl }).where(eq(countries.code, country))
    await record(tx, admin, 'country.operator-named', { country, at })
  })
}

/** Locks the row, so that the second of two admins works on the first one's result. */
async function lockPeriod(tx: Database, code: string) {
  const [period] = await tx
    .select({ from: countries.offeredFrom, to: countries.offeredTo })
    .from(countries)
    .where(eq(countries.code, code))
    .for('update')
  if (!period) throw new Refusal('notFound')
  return period
}

async function setPeriod(
  tx: Database,
  code: string,
  { from, to }: { from: string | null; to: string | null },
) {
  await tx.update(countries).set({ offeredFrom: from, offeredTo: to }).where(eq(countries.code, code))
}
