import type { NextRequest } from 'next/server'
import { handlers } from '@/lib/auth/next-auth'
import { isSameOrigin } from '@/lib/auth/origin'

/**
 * next-auth's own endpoints, of which only signing out (and the CSRF token it needs) is in use. The others,
 * its sign-in and session pages included, do not exist here.
 */
const inUse = /\/api\/auth\/(csrf|signout)$/

const guarded = (handler: (request: NextRequest) => Promise<Response>) => (request: NextRequest) =>
  inUse.test(request.nextUrl.pathname) ? handler(request) : new Response(null, { status: 404 })

export const GET = guarded((request) =>
  request.nextUrl.pathname.endsWith('/csrf')
    ? handlers.GET(request)
    : Promise.resolve(new Response(null, { status: 404 })),
)
/** next-auth compares a token with a cookie; that the request comes from a page of ours is our own rule. */
export const POST = guarded((request) =>
  isSameOrigin(request.headers)
    ? handlers.POST(request)
    : Promise.resolve(new Response(null, { status: 403 })),
)
