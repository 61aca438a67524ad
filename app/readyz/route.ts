import { readiness } from '@/lib/health/queries'
import { traceRoute } from '@/lib/route'

export const dynamic = 'force-dynamic'

/** Readiness check: 200 or 503, with the state of each part. */
export const GET = traceRoute('/readyz', async () => {
  const parts = await readiness(new Date())
  const ok = Object.values(parts).every((part) => part === 'ok')
  return Response.json({ ok, ...parts }, { status: ok ? 200 : 503 })
})
