import { catalogue } from '@/lib/products/queries'

export const dynamic = 'force-dynamic'

/** The catalogue for the search in the browser, fetched when somebody first goes to a model's field. The same for everybody. */
export async function GET() {
  return Response.json(await catalogue(), { headers: { 'cache-control': 'public, max-age=300' } })
}
