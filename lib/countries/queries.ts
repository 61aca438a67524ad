import 'server-only'
import { asc, eq, isNotNull, or } from 'drizzle-orm'
import { type Database, db } from '@/db/client'
import { countries } from '@/db/schema'
import type { Admin } from '@/lib/actor'
import { isOffered, offerOn } from './rules'

const period = { from: countries.offeredFrom, to: countries.offeredTo }
const columns = { code: countries.code, period, operator: countries.operator, url: countries.operatorUrl }

/** Returns where the programme is offered on a calendar day, and where somebody else is known to run it. Public. */
export async function whereOffered(day: string, on: Database = db) {
  const rows = await on
    .select(columns)
    .from(countries)
    .where(or(isNotNull(countries.offeredFrom), isNotNull(countries.operator)))
  return {
    offered: rows.flatMap(({ code, period }) => (isOffered(period, day) ? code : [])),
    elsewhere: rows.flatMap(({ code, period, operator, url }) =>
      isOffered(period, day) || !operator ? [] : { code, operator, url },
    ),
  }
}

/**
 * Returns every country that is, was or will be offered, or whose operator is known, with its state on a calendar day, by code.
 */
export async function listCountries(_admin: Admin, day: string, on: Database = db) {
  const rows = await on
    .select(columns)
    .from(countries)
    .where(or(isNotNull(countries.offeredFrom), isNotNull(countries.operator)))
    .orderBy(asc(countries.code))
  return rows.map((row) => ({ ...row, state: offerOn(row.period, day) }))
}

/** Returns one country with its state on a calendar day, or null. */
export async function findCountry(_admin: Admin, code: string, day: string, on: Database = db) {
  const [row] = await on.select(columns).from(countries).where(eq(countries.code, code))
  return row ? { ...row, state: offerOn(row.period, day) } : null
}
