import { type Basis, EEA } from '@/lib/lists'

/** Whether a country (ISO 3166-1 alpha-2) belongs to the European Economic Area. */
export const isEea = (country: string) => EEA.includes(country)

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
