import { type NextRequest, NextResponse } from 'next/server'
import { env, singleSignOn } from '@/lib/env'
import { handlersWith } from '@/lib/identity/next-auth'
import { failSsoReturn } from '@/lib/identity/sso/return'
import { PROVIDER } from '@/lib/identity/sso/rules'
import { isSameOrigin } from '@/lib/origin'
import { acceptStaffInvitationIn } from '@/lib/staff/commands/accept'

const handlers = handlersWith(acceptStaffInvitationIn)

/**
 * next-auth's own endpoints: only signing out (and the CSRF token it needs) and, with single sign-on, the provider's callback
 * are enabled. All others, including its sign-in and session pages, return 404.
 */
export const GET = async (request: NextRequest) => {
  switch (endpoint(request)) {
    case 'csrf':
      return handlers.get(request)
    case `callback/${PROVIDER}`:
      return singleSignOn() ? fromProvider(request) : emptyResponse(404)
    default:
      return emptyResponse(404)
  }
}

/** next-auth only compares a token with a cookie; we additionally require the request to come from our own pages. */
export const POST = async (request: NextRequest) => {
  if (!['csrf', 'signout'].includes(endpoint(request))) return emptyResponse(404)
  return isSameOrigin(request.headers) ? handlers.post(request) : emptyResponse(403)
}

const endpoint = ({ nextUrl }: NextRequest) => nextUrl.pathname.replace(/^\/api\/auth\//, '')
const emptyResponse = (status: number) => new Response(null, { status })

/** next-auth redirects to its error page on a problem; we redirect to the page the person came from, with our own message. */
async function fromProvider(request: NextRequest) {
  const response = await handlers.get(request)
  const error = new URL(response.headers.get('location') ?? '/', env().APP_URL).searchParams.get('error')
  if (!error) return response
  const path = await failSsoReturn(error === 'OAuthCallbackError' ? 'ssoDenied' : 'ssoFailed')
  return NextResponse.redirect(new URL(path, env().APP_URL))
}
