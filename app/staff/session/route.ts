import { readSessionCookie } from '@/lib/identity/cookies'
import { staffTimeLeft } from '@/lib/identity/queries'
import { currentActor } from '@/lib/identity/session'
import { isSameOrigin } from '@/lib/origin'

export const dynamic = 'force-dynamic'

/** Returns the time left of this browser's staff session, without counting as use. */
export async function GET() {
  const token = await readSessionCookie()
  const timeLeft = token ? await staffTimeLeft(token, new Date()) : null
  return timeLeft ? Response.json(timeLeft, { headers }) : new Response(null, { status: 401, headers })
}

/** Uses the session, which extends it, and returns the time left. */
export async function POST(request: Request) {
  if (!isSameOrigin(request.headers)) return new Response(null, { status: 403, headers })
  await currentActor()
  return GET()
}

const headers = { 'cache-control': 'private, no-store' }
