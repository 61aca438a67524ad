import { currentMember } from '@/lib/auth/session'
import { catalogue } from '@/lib/products/queries'

export const dynamic = 'force-dynamic'

/** The catalogue for the search in the browser, fetched when somebody first goes to the model's field. */
export async function GET() {
  if (!(await currentMember())) return new Response(null, { status: 401 })
  return Response.json(await catalogue(), { headers: { 'cache-control': 'private, max-age=300' } })
}
