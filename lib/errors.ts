import type en from './i18n/messages/en/refusals.json'

/** An expected "no": the message key of the sentence a person will read. */
export type RefusalReason = keyof typeof en

/** Thrown by commands for an expected mistake; `submit` turns it into its sentence. */
export class Refusal extends Error {
  constructor(
    readonly reason: RefusalReason,
    /** The form field it is about, when there is one. */
    readonly field?: string,
    /** The values the sentence names: a country, a limit. */
    readonly values?: Record<string, string | number>,
  ) {
    super(reason)
  }
}

/** The name of the unique index or check that a write ran into, or undefined for any other error. */
export function brokenConstraint(error: unknown): string | undefined {
  const { code, constraint } = postgresError(error)
  return code === '23505' || code === '23514' ? constraint : undefined
}

/** Whether Postgres rejected a value that it does not know, such as the name of a time zone. */
export const isUnknownValue = (error: unknown) => postgresError(error).code === '22023'

function postgresError(error: unknown): { code?: string; constraint?: string } {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
  return typeof cause === 'object' && cause !== null ? cause : {}
}
