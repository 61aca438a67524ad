import { traced } from '@/lib/route'

/** Liveness check. */
export const dynamic = 'force-dynamic'
export const GET = traced('/healthz', () => Response.json({ ok: true }))
