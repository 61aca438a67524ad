import { catalogue, catalogueVersion } from '@/lib/catalogue/queries/products'
import { berlinDate } from '@/lib/time'

export const dynamic = 'force-dynamic'

/**
 * The catalogue for the search in the browser, fetched when a model field first gets the focus. The same for everyone; cached
 * by browsers, which revalidate it each time.
 */
export async function GET(request: Request) {
  const now = new Date()
  const etag = `"${await catalogueVersion()}-${berlinDate(now)}"`
  const headers = { 'cache-control': 'public, no-cache', etag }
  if (request.headers.get('if-none-match') === etag) return new Response(null, { status: 304, headers })
  return Response.json(await catalogue(now), { headers })
}
