import type { Instrumentation } from 'next'

/** Runs once when the server starts: a missing or wrong setting stops it with the setting's name. */
export async function register() {
  if (process.env.NEXT_RUNTIME === 'nodejs') (await import('@/lib/start')).checkSettings()
}

/** Every fault in one line with the id that the error page shows. */
export const onRequestError: Instrumentation.onRequestError = async (error, request, context) => {
  const { logError } = await import('@/lib/logger')
  logError(error, {
    requestId: String(request.headers['x-request-id']),
    digest: (error as { digest?: string }).digest,
    route: context.routePath,
    kind: context.routeType,
  })
}
