import { type Basis, EEA } from '@/lib/lists'

/** Whether a country (ISO 3166-1 alpha-2) belongs to the European Economic Area. */
export const isEea = (country: string) => EEA.includes(country)

/** The languages that may be spoken at a service centre, as ISO 639 codes. */
export const SPOKEN_LANGUAGES = [
  ...['en', 'de', 'fr', 'it', 'es', 'pt', 'nl', 'sv', 'da', 'nb', 'fi', 'pl', 'cs', 'sk', 'hu', 'tr'],
  ...['ja', 'zh', 'ko', 'ar', 'hi', 'th'],
] as const

export type Transfer = { country: string; basis?: Basis; decision?: string; clausesOn?: string }

/** Returns the field that a legal basis lacks, with its message key; undefined when nothing is missing. */
export function transferProblem({ country, basis, decision, clausesOn }: Transfer) {
  if (basis === 'eu' && !isEea(country)) return { field: 'basis', message: 'euOnly' } as const
  if (basis === 'adequacy' && !decision) return { field: 'decision', message: 'decisionMissing' } as const
  if (basis === 'clauses' && !clausesOn) return { field: 'clausesOn', message: 'clausesMissing' } as const
  return undefined
}
