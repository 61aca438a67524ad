import 'server-only'
import type { ExtractTablesWithRelations } from 'drizzle-orm'
import { drizzle, type NodePgDatabase, type NodePgQueryResultHKT } from 'drizzle-orm/node-postgres'
import type { PgDatabase } from 'drizzle-orm/pg-core'
import pg from 'pg'
import { env } from '@/lib/env'
import * as schema from './schema'

/** The database or a transaction in it: what every query and command runs on. */
export type Database = PgDatabase<
  NodePgQueryResultHKT,
  typeof schema,
  ExtractTablesWithRelations<typeof schema>
>

/** A drizzle database over a pool of at most `size` connections. */
export function connect(url: string, size = 10) {
  const pool = new pg.Pool({ connectionString: url, max: size, connectionTimeoutMillis: 30_000 })
  // An idle connection that breaks is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => {})
  // The same for one that breaks while in use: its query fails anyway.
  pool.on('connect', (client) => client.on('error', () => {}))
  return { pool, db: drizzle(pool, { schema, casing: 'snake_case' }) }
}

declare global {
  var lumixDatabase: ReturnType<typeof connect> | undefined
}

/** Returns the app's pool, created at first use, since this file is also loaded by builds, which have no database. */
export function appDatabase() {
  globalThis.lumixDatabase ??= connect(env().DATABASE_URL, env().DATABASE_POOL)
  return globalThis.lumixDatabase
}

/** The app's database, as a default for the `on` parameter of queries and commands. */
export const db = new Proxy({} as NodePgDatabase<typeof schema>, {
  get: (_, name) => Reflect.get(appDatabase().db, name),
})
