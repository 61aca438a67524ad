import { currentMember } from '@/lib/identity/session'
import { isSameOrigin } from '@/lib/origin'
import { saveRegistrationDraft } from '@/lib/registrations/commands/draft'
import { TypedList } from '@/lib/registrations/input'

export const dynamic = 'force-dynamic'

/** Enough for twenty lines of maximum length, percent-encoded. */
const MAX_BYTES = 256 * 1024

/**
 * Autosaves the draft, shortly after typing stops and when the page is left. A route and not an action, so that it does
 * not delay the button's action and may outlive the page.
 */
export async function POST(request: Request) {
  if (!isSameOrigin(request.headers)) return answer(403)
  const member = await currentMember()
  if (!member) return answer(401)
  const size = Number(request.headers.get('content-length') ?? Number.NaN)
  if (!(size <= MAX_BYTES)) return answer(413)
  const typed = TypedList.safeParse(Object.fromEntries(new URLSearchParams(await request.text())))
  if (!typed.success) return answer(400)
  await saveRegistrationDraft(member, typed.data.lines, new Date())
  return answer(204)
}

const answer = (status: number) =>
  new Response(null, { status, headers: { 'cache-control': 'private, no-store' } })
