import 'server-only'
import { randomUUID } from 'node:crypto'
import { logError } from './logger'
import { onBehalfOf } from './request-id'

/**
 * Wraps a route that proxy.ts does not handle: gives the request an id, which its response and its log lines carry. An error is
 * logged and becomes a bare 500.
 */
export function traceRoute<Context>(
  name: string,
  handle: (request: Request, context: Context) => Response | Promise<Response>,
) {
  return async (request: Request, context: Context): Promise<Response> => {
    const id = randomUUID()
    const response = await onBehalfOf(id, async () => handle(request, context)).catch((error) => {
      logError(error, { requestId: id, route: name })
      return new Response(null, { status: 500, headers: { 'cache-control': 'private, no-store' } })
    })
    response.headers.set('x-request-id', id)
    return response
  }
}
