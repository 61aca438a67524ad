import 'server-only'
import { sql } from 'drizzle-orm'
import type { Database } from '@/db/client'

/** Creates the log's partitions for this month and the next two; for the worker, every night. */
export async function makeMonths(at: Date, on: Database) {
  const first = sql`(${at.toISOString()}::timestamptz at time zone 'UTC')::date`
  await on.execute(sql`select log.make_months(${first}, (${first} + interval '2 months')::date)`)
}
