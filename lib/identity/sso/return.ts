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
 * Handles a return from the provider, after next-auth has checked that it is the same browser. Stores the session in its cookie
 * and returns the path to continue to, or the path that shows the problem.
 */
export async function finishSsoReturn(profile: unknown, accept: AcceptInvitation): Promise<string> {
  const at = new Date()
  const attempt = await takeAttempt(await readSsoCookie(), at)
  await forgetSso()
  const claims = IdToken.safeParse(profile)
  if (!attempt || !claims.success) return problemPath(attempt, 'ssoFailed')
  try {
    const browser = { userAgent: (await headers()).get('user-agent'), session: await readSessionCookie() }
    const { path, token } = await finishSso(attempt, claims.data, browser, accept, at)
    if (token) await keepSession(token)
    return path
  } catch (error) {
    if (error instanceof Refusal) return problemPath(attempt, error.reason as SsoProblem)
    throw error
  }
}

/** Handles a failed return: the provider refused, or the response does not belong to this browser. */
export async function failSsoReturn(problem: SsoProblem): Promise<string> {
  const attempt = await takeAttempt(await readSsoCookie(), new Date())
  await forgetSso()
  return problemPath(attempt, problem)
}

const problemPath = (attempt: Attempt | undefined, problem: SsoProblem) =>
  ssoReturnPath(problem, Boolean(attempt?.sessionId))
