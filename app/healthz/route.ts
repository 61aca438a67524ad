import { traced } from '@/lib/route'

/** Is the process alive? */
export const dynamic = 'force-dynamic'
export const GET = traced('/healthz', () => Response.json({ ok: true }))
