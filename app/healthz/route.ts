import { traceRoute } from '@/lib/route'

/** Is the process alive? */
export const dynamic = 'force-dynamic'
export const GET = traceRoute('/healthz', () => Response.json({ ok: true }))
