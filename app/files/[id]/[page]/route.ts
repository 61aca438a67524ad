import { Refusal } from '@/lib/errors'
import { PAGE_TYPE } from '@/lib/files/rules'
import { storage } from '@/lib/files/storage'
import { currentActor } from '@/lib/identity/session'
import { openInvoicePage } from '@/lib/invoices/commands/open-page'
import { PageAddress } from '@/lib/invoices/input'
import { traceRoute } from '@/lib/route'

export const runtime = 'nodejs'
export const dynamic = 'force-dynamic'

type Context = { params: Promise<{ id: string; page: string }> }

/** The image of one page of an invoice, for those who may see it; staff give a reason with `?reason=`. */
export const GET = traceRoute('/files', async (request, { params }: Context) => {
  const actor = await currentActor()
  if (!actor) return emptyResponse(401)
  const reason = new URL(request.url).searchParams.get('reason') ?? undefined
  const address = PageAddress.safeParse({ ...(await params), reason })
  if (!address.success) return emptyResponse(404)
  try {
    const { storageKey } = await openInvoicePage(actor, address.data, new Date())
    const image = await storage().read(storageKey)
    return new Response(new Uint8Array(image), { headers: { ...HEADERS, 'content-type': PAGE_TYPE } })
  } catch (error) {
    if (error instanceof Refusal) return emptyResponse(404)
    throw error
  }
})

const emptyResponse = (status: number) => new Response(null, { status, headers: HEADERS })

/** The security headers of this route come from next.config.js, since proxy.ts does not handle files. */
const HEADERS = {
  'cache-control': 'private, no-store',
  'content-disposition': 'inline; filename="page.webp"',
}
