import type { Instrumentation } from 'next'

/** Runs once when the server starts: a missing or wrong setting stops it with the setting's name. */
export async function register() {
  if (process.env.NEXT_RUNTIME === 'nodejs') (await import('@/lib/start')).checkSettings()
}

/** Every fault in one line with the id that the error page shows. */
export const onRequestError: Instrumentation.onRequestError = async (error, request, context) => {
  const { logger } = await import('@/lib/logger')
  const { message, stack, digest, name } = error as Error & { digest?: string }
  logger.error({
    requestId: request.headers['x-request-id'],
    digest,
    route: context.routePath,
    kind: context.routeType,
    // A database's message can quote what was typed; its name and place say enough.
    error: name,
    message: 'query' in (error as object) ? 'a query failed' : message,
    at: stack
      ?.split('\n')
      .slice(1, 6)
      .map((line) => line.trim()),
  })
}
