import 'server-only'
import { headers } from 'next/headers'
import { Refusal } from '@/lib/errors'
import {
  type AcceptInvitation,
  type Attempt,
  finishSso,
  takeAttempt,
} from '@/lib/identity/sso/commands/finish'
import { IdToken } from '@/lib/identity/sso/input'
import { type SsoProblem, ssoReturnPath } from '@/lib/identity/sso/rules'
import { forgetSso, keepSession, readSessionCookie, readSsoCookie } from '../cookies'

/**
 * Somebody is back from the provider, and next-auth has checked that it is the one who left. Returns the path to go on to, with
 * the session in its cookie, or with what stood in the way.
 */
export async function finishSsoReturn(profile: unknown, accept: AcceptInvitation): Promise<string> {
  const at = new Date()
  const attempt = await takeAttempt(await readSsoCookie(), at)
  await forgetSso()
  const claims = IdToken.safeParse(profile)
  if (!attempt || !claims.success) return lead(attempt, 'ssoFailed')
  try {
    const browser = { userAgent: (await headers()).get('user-agent'), session: await readSessionCookie() }
    const { path, token } = await finishSso(attempt, claims.data, browser, accept, at)
    if (token) await keepSession(token)
    return path
  } catch (error) {
    if (error instanceof Refusal) return lead(attempt, error.reason as SsoProblem)
    throw error
  }
}

/** Somebody is back with nothing: the provider said no, or what came does not belong to this browser. */
export async function failSsoReturn(problem: SsoProblem): Promise<string> {
  const attempt = await takeAttempt(await readSsoCookie(), new Date())
  await forgetSso()
  return lead(attempt, problem)
}

const lead = (attempt: Attempt | undefined, problem: SsoProblem) =>
  ssoReturnPath(problem, Boolean(attempt?.sessionId))
