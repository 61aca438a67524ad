import { paths, withQuery } from '@/lib/addresses'
/** How long somebody may take at the provider, in milliseconds; next-auth's own cookies live as long. */
export const ATTEMPT_LIFE = 15 * 60_000

/** What the provider has signed about somebody. It does not determine a role, and its address is not read. */
export type Claims = {
  iss: string
  sub: string
  /** How they authenticated (RFC 8176), at which level, and when, in seconds since 1970. */
  amr: string[]
  acr: string[]
  auth_time?: number
}

/** The ways in which a second factor is proven: all words of one way in `amr`, or one of these levels. */
export type Proofs = { amr: string[][]; acr: string[] }

/** Whether these claims prove a second factor. */
export const provesFactor = ({ amr, acr }: Claims, proofs: Proofs) =>
  proofs.amr.some((way) => way.length > 0 && way.every((word) => amr.includes(word))) ||
  acr.some((level) => proofs.acr.includes(level))

/** How far the provider's clock may be ahead of ours, in milliseconds. */
const CLOCK_TOLERANCE = 60_000

/** Returns when the factor was proven, never later than now; null when the provider states no time, or an impossible one. */
export function provenAt({ auth_time }: Claims, at: Date): Date | null {
  if (auth_time === undefined || auth_time * 1000 > at.getTime() + CLOCK_TOLERANCE) return null
  return new Date(Math.min(auth_time * 1000, at.getTime()))
}

/** The name of the single sign-on provider in next-auth's addresses. */
export const PROVIDER = 'sso'

/** What can prevent single sign-on; each has its text in `refusals.json`. */
export const SSO_PROBLEMS = [
  'ssoDenied',
  'ssoFailed',
  'ssoNoFactor',
  'ssoUnknown',
  'accountDisabled',
  'ssoTaken',
  'ssoSomebodyElse',
  'ssoNotFresh',
  'invitationUsed',
  'invitationRevoked',
  'invitationExpired',
  'invitationUnknown',
  'inviteWithoutBasis',
  'joinHasAccount',
  'signInMovedOn',
] as const
export type SsoProblem = (typeof SSO_PROBLEMS)[number]

export const ssoProblem = (word: unknown) => SSO_PROBLEMS.find((known) => known === word)

/** Returns where somebody reads about the problem: the sign-in page, or where they wanted to confirm their identity. */
export const ssoReturnPath = (problem: SsoProblem, confirming: boolean) =>
  withQuery(confirming ? paths.showFactor : paths.signIn, { problem })
