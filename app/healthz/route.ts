import { traceRoute } from '@/lib/route'

/** Liveness check. */
export const dynamic = 'force-dynamic'
export const GET = traceRoute('/healthz', () => Response.json({ ok: true }))
