import { readSessionCookie } from '@/lib/identity/cookies'
import { staffTimeLeft } from '@/lib/identity/queries'
import { currentActor } from '@/lib/identity/session'
import { isSameOrigin } from '@/lib/origin'

export const dynamic = 'force-dynamic'

/** How long this browser's staff session still lives. Asking is no use of it. */
export async function GET() {
  const token = await readSessionCookie()
  const rest = token ? await staffTimeLeft(token, new Date()) : null
  return rest ? Response.json(rest, { headers }) : new Response(null, { status: 401, headers })
}

/** Uses the session, which is all it takes to make it live on, and says how long. */
export async function POST(request: Request) {
  if (!isSameOrigin(request.headers)) return new Response(null, { status: 403, headers })
  await currentActor()
  return GET()
}

const headers = { 'cache-control': 'private, no-store' }
