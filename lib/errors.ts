import type en from './i18n/messages/en/refusals.json'

/** An expected "no": the key of the sentence a person will read. */
export type RefusalReason = keyof typeof en

/** Thrown by commands for what a person may well try; `submit` turns it into its sentence. */
export class Refusal extends Error {
  constructor(
    readonly reason: RefusalReason,
    /** The form field it is about, when there is one. */
    readonly field?: string,
    /** What the sentence names: a country, a limit. */
    readonly values?: Record<string, string | number>,
  ) {
    super(reason)
  }
}

/** The name of the unique index or check that a write ran into, or undefined for any other error. */
export function brokenConstraint(error: unknown): string | undefined {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
  if (typeof cause !== 'object' || cause === null || !('code' in cause)) return undefined
  const { code, constraint } = cause as { code?: string; constraint?: string }
  return code === '23505' || code === '23514' ? constraint : undefined
}
