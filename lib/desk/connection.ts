import 'server-only'
import pg from 'pg'
import { env } from '@/lib/env'

/** The desk's connection can only query. Its role may execute one function and nothing else. */
export type DeskConnection = Pick<pg.Pool, 'query'>

/** Creates a pool with the desk's login. */
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

/** Returns the desk's pool, created on first use. */
export function deskConnection(): pg.Pool {
  globalThis.lumixDesk ??= connectDesk(env().DESK_DATABASE_URL, env().DATABASE_POOL)
  return globalThis.lumixDesk
}
