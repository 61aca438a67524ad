import 'server-only'
import pino from 'pino'
import { requestId } from './request-id'

/** Structured lines on standard output. Ids only: no name, address, serial number or membership number goes in. */
export const logger = pino({
  level: process.env.LOG_LEVEL ?? 'info',
  base: { service: process.env.LUMIX_SERVICE ?? 'web' },
  timestamp: pino.stdTimeFunctions.isoTime,
  mixin: () => ({ requestId: requestId() }),
})

/** Logs an error in one line. A database error's message can quote what was typed, so only its name and stack are logged. */
export function logError(thrown: unknown, where: Record<string, string | undefined>) {
  const error = thrown instanceof Error ? thrown : new Error('a value other than an Error was thrown')
  logger.error({
    ...where,
    error: error.name,
    message: 'query' in error ? 'a query failed' : error.message,
    at: error.stack
      ?.split('\n')
      .slice(1, 6)
      .map((line) => line.trim()),
  })
}
