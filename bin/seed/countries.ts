import type { Database } from '@/db/client'
import { countries } from '@/db/schema'
import { COUNTRY_CODES } from '@/lib/countries/rules'

/** Where Panasonic Marketing Europe offers the programme (August 2024). */
const OFFERED = ['AT', 'BE', 'CZ', 'DE', 'ES', 'FR', 'GB', 'IE', 'IT', 'PL', 'SE', 'SK']

/** Who runs it elsewhere, as far as we know; placeholders until Panasonic confirms them. */
const OPERATORS: Record<string, string> = {
  US: 'Panasonic North America',
  CA: 'Panasonic North America',
  JP: 'Panasonic Japan',
  AU: 'Panasonic Australia',
}

/** Adds every country of ISO 3166-1, so that each can be selected; `from` is the programme's first day. */
export async function seedCountries(tx: Database, from: string) {
  await tx
    .insert(countries)
    .values(
      COUNTRY_CODES.map((code) => ({
        code,
        offeredFrom: OFFERED.includes(code) ? from : null,
        operator: OPERATORS[code] ?? null,
      })),
    )
    .onConflictDoNothing()
}
