import 'server-only'
import { randomUUID } from 'node:crypto'
import { logFault } from './logger'
import { onBehalfOf } from './request-id'

/**
 * A route that proxy.ts leaves alone: gives the request an id of its own, which its answer and every line about it
 * carry. A fault is a line in the log and a bare 500.
 */
export function traced<Context>(
  name: string,
  handle: (request: Request, context: Context) => Response | Promise<Response>,
) {
  return async (request: Request, context: Context): Promise<Response> => {
    const id = randomUUID()
    const response = await onBehalfOf(id, async () => handle(request, context)).catch((fault) => {
      logFault(fault, { requestId: id, route: name })
      return new Response(null, { status: 500, headers: { 'cache-control': 'private, no-store' } })
    })
    response.headers.set('x-request-id', id)
    return response
  }
}
