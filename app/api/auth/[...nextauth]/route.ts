import { type NextRequest, NextResponse } from 'next/server'
import { env, singleSignOn } from '@/lib/env'
import { handlersWith } from '@/lib/identity/next-auth'
import { failSsoReturn } from '@/lib/identity/sso/return'
import { PROVIDER } from '@/lib/identity/sso/rules'
import { isSameOrigin } from '@/lib/origin'
import { acceptStaffInvitationIn } from '@/lib/staff/commands/accept'

const handlers = handlersWith(acceptStaffInvitationIn)

/**
 * next-auth's own endpoints, of which only signing out (and the CSRF token it needs) is in use, and with single sign-on the one
 * that the provider leads back to. The others, its sign-in and session pages included, do not exist here.
 */
export const GET = async (request: NextRequest) => {
  switch (endpoint(request)) {
    case 'csrf':
      return handlers.get(request)
    case `callback/${PROVIDER}`:
      return singleSignOn() ? fromProvider(request) : nothing(404)
    default:
      return nothing(404)
  }
}

/** next-auth compares a token with a cookie; that the request comes from a page of ours is our own rule. */
export const POST = async (request: NextRequest) => {
  if (!['csrf', 'signout'].includes(endpoint(request))) return nothing(404)
  return isSameOrigin(request.headers) ? handlers.post(request) : nothing(403)
}

const endpoint = ({ nextUrl }: NextRequest) => nextUrl.pathname.replace(/^\/api\/auth\//, '')
const nothing = (status: number) => new Response(null, { status })

/** next-auth names a problem in the address of its error page; ours says what to do, where the person wanted to go. */
async function fromProvider(request: NextRequest) {
  const response = await handlers.get(request)
  const error = new URL(response.headers.get('location') ?? '/', env().APP_URL).searchParams.get('error')
  if (!error) return response
  const path = await failSsoReturn(error === 'OAuthCallbackError' ? 'ssoDenied' : 'ssoFailed')
  return NextResponse.redirect(new URL(path, env().APP_URL))
}
