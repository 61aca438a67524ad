/**
 * The settings a text may refer to, as {contactEmail}. Everything else is part of the text itself, so that members can always
 * read what they accepted.
 */
export const PLACEHOLDERS = [
  'contactEmail',
  'dpoEmail',
  'authorityEmail',
  'generalPolicyUrl',
  'dataLocation',
] as const
export type Placeholder = (typeof PLACEHOLDERS)[number]

export const isPlaceholder = (name: string): name is Placeholder => PLACEHOLDERS.includes(name as Placeholder)

/** The maximum length of a text in characters. */
export const MAX_TEXT_LENGTH = 60_000

export type VersionDates = {
  effectiveFrom: string | null
  publishedAt: Date | null
  withdrawnAt: Date | null
}
export type TextState = 'draft' | 'coming' | 'inForce' | 'past' | 'withdrawn'

/** Whether a version has begun by a calendar day: such versions are public, and never change. */
export const hasBegun = ({ effectiveFrom, publishedAt, withdrawnAt }: VersionDates, day: string) =>
  publishedAt !== null && withdrawnAt === null && effectiveFrom !== null && effectiveFrom <= day

/**
 * Returns the state of a version on a calendar day. `all` are the versions of its kind: the latest that has begun is in force.
 */
export function textStateOf(version: VersionDates, all: readonly VersionDates[], day: string): TextState {
  if (!version.publishedAt) return 'draft'
  if (version.withdrawnAt) return 'withdrawn'
  if (!hasBegun(version, day)) return 'coming'
  const latest = all
    .filter((one) => hasBegun(one, day))
    .map(({ effectiveFrom }) => effectiveFrom ?? '')
    .sort()
    .at(-1)
  return version.effectiveFrom === latest ? 'inForce' : 'past'
}

/** Returns a name for a new version: the month of its date, with a number when that is taken. */
export function versionNameFor(day: string, taken: readonly string[]): string {
  const month = day.slice(0, 7)
  for (let nth = 1; ; nth++) {
    const name = nth === 1 ? month : `${month}-${nth}`
    if (!taken.includes(name)) return name
  }
}
