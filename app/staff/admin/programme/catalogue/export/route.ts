import { redirect } from 'next/navigation'
import { hasRole } from '@/lib/actor'
import { exportCatalogue } from '@/lib/catalogue/commands/import'
import { writeFile } from '@/lib/catalogue/import/file'
import { csvHeaders } from '@/lib/csv'
import { Refusal } from '@/lib/errors'
import { factorPageFor } from '@/lib/identity/rules'
import { currentActor } from '@/lib/identity/session'

export const runtime = 'nodejs'
export const dynamic = 'force-dynamic'

/** All products as a file that can be re-imported unchanged. */
export async function GET() {
  const actor = await currentActor()
  if (!actor) return emptyResponse(401)
  if (!hasRole(actor, 'admin')) return emptyResponse(404)
  const products = await exportCatalogue(actor, new Date()).catch((error: unknown) => {
    if (error instanceof Refusal) return null
    throw error
  })
  if (!products) redirect(factorPageFor('/staff/admin/programme/catalogue'))
  return new Response(writeFile(products), { headers: csvHeaders('catalogue') })
}

const emptyResponse = (status: number) =>
  new Response(null, { status, headers: { 'cache-control': 'private, no-store' } })
