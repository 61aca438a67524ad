/** What allows our members' data to be read at a service centre (GDPR, chapter V). Within the EEA nothing is transferred. */
export const BASES = ['eu', 'adequacy', 'clauses'] as const
type Basis = (typeof BASES)[number]

/** The 27 of the European Union, and Iceland, Liechtenstein and Norway; the database checks the same. */
const EEA = new Set(
  'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK'.split(' '),
)

/** Whether a country (ISO 3166-1 alpha-2) belongs to the European Economic Area. */
export const isEea = (country: string) => EEA.has(country)

/** What may be spoken at a service centre, as ISO 639 codes. */
export const SPOKEN_LANGUAGES = [
  ...['en', 'de', 'fr', 'it', 'es', 'pt', 'nl', 'sv', 'da', 'nb', 'fi', 'pl', 'cs', 'sk', 'hu', 'tr'],
  ...['ja', 'zh', 'ko', 'ar', 'hi', 'th'],
] as const

export type Transfer = { country: string; basis?: Basis; decision?: string; clausesOn?: string }

/** The field in which a legal basis is not whole, with the key of what to say; undefined when nothing is missing. */
export function transferProblem({ country, basis, decision, clausesOn }: Transfer) {
  if (basis === 'eu' && !isEea(country)) return { field: 'basis', says: 'euOnly' } as const
  if (basis === 'adequacy' && !decision) return { field: 'decision', says: 'decisionMissing' } as const
  if (basis === 'clauses' && !clausesOn) return { field: 'clausesOn', says: 'clausesMissing' } as const
  return undefined
}
