import { readiness } from '@/lib/health/queries'
import { traceRoute } from '@/lib/route'

export const dynamic = 'force-dynamic'

/** Can it do its work? 200 or 503, with each part named. */
export const GET = traceRoute('/readyz', async () => {
  const parts = await readiness(new Date())
  const ok = Object.values(parts).every((part) => part === 'ok')
  return Response.json({ ok, ...parts }, { status: ok ? 200 : 503 })
})
