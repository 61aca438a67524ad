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

/** A fault in one line. A database's message can quote what was typed; its name and place say enough. */
export function logFault(fault: unknown, where: Record<string, string | undefined>) {
  const error = fault instanceof Error ? fault : new Error('something was thrown that is no error')
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
