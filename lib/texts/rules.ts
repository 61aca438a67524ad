/**
 * What a text may leave to the settings, as {contactEmail}. Everything else stands in the words themselves, so that what was
 * accepted is what is read later.
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

/** The letters that a text has room for. */
export const MAX_TEXT_LENGTH = 60_000

export type Stamps = { effectiveFrom: string | null; publishedAt: Date | null; withdrawnAt: Date | null }
export type TextState = 'draft' | 'coming' | 'inForce' | 'past' | 'withdrawn'

/** Whether a version has begun by a calendar day: these can be read by everybody, and never change. */
export const hasBegun = ({ effectiveFrom, publishedAt, withdrawnAt }: Stamps, day: string) =>
  publishedAt !== null && withdrawnAt === null && effectiveFrom !== null && effectiveFrom <= day

/** How a version stands on a calendar day. `all` are the versions of its kind: the latest that has begun is in force. */
export function textStateOf(version: Stamps, all: readonly Stamps[], day: string): TextState {
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

/** A name for a new version: the month of its day, with a number when that is taken. */
export function versionNameFor(day: string, taken: readonly string[]): string {
  const month = day.slice(0, 7)
  for (let nth = 1; ; nth++) {
    const name = nth === 1 ? month : `${month}-${nth}`
    if (!taken.includes(name)) return name
  }
}
