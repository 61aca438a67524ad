import type { Language } from '@/lib/lists'
import 'server-only'
import { eq } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { countries } from '@/db/schema'
import { Refusal } from '@/lib/errors'
import { countryName, isOffered } from '../rules'

/** Refuses a country in which the programme is not offered on a calendar day, and names who runs it there. */
export async function requireOffered(on: Database, code: string, day: string, language: Language) {
  const [row] = await on
    .select({ from: countries.offeredFrom, to: countries.offeredTo, operator: countries.operator })
    .from(countries)
    .where(eq(countries.code, code))
  if (row && isOffered(row, day)) return
  const country = countryName(code, language)
  throw row?.operator
    ? new Refusal('countryNotOffered', 'country', { country, operator: row.operator })
    : new Refusal('countryNotOfferedNobody', 'country', { country })
}
