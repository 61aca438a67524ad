import 'server-only'
import pg from 'pg'
import { env } from '@/lib/env'

/** What one can do with the desk's connection: ask. Its role may execute one function and nothing else. */
export type DeskConnection = Pick<pg.Pool, 'query'>

/** A pool whose login is the desk's. */
export function connectDesk(url: string, size = 10) {
  const pool = new pg.Pool({
    connectionString: url,
    max: size,
    connectionTimeoutMillis: 10_000,
    statement_timeout: 10_000,
  })
  // An idle connection that breaks is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => {})
  return pool
}

declare global {
  var lumixDesk: pg.Pool | undefined
}

/** The desk's pool, made at first use. */
export function deskConnection(): pg.Pool {
  globalThis.lumixDesk ??= connectDesk(env().DESK_DATABASE_URL, env().DATABASE_POOL)
  return globalThis.lumixDesk
}
