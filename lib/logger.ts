import 'server-only'
import pino from 'pino'

/** Structured lines on standard output. Ids only: no name, address, serial number or membership number goes in. */
export const logger = pino({
  level: process.env.LOG_LEVEL ?? 'info',
  base: { service: process.env.LUMIX_SERVICE ?? 'web' },
  timestamp: pino.stdTimeFunctions.isoTime,
})
