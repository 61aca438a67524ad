import { type SQL, type SQLWrapper, sql } from 'drizzle-orm'

/** Whether an instant lies within the days `from` to `to` (inclusive) in a time zone; a missing bound is open. */
export function withinDays(
  column: SQLWrapper,
  { from, to }: { from?: string; to?: string },
  zone = 'Europe/Berlin',
): SQL {
  const parts = [
    ...(from ? [sql`${column} >= ${from}::date::timestamp at time zone ${zone}`] : []),
    ...(to ? [sql`${column} < (${to}::date + 1)::timestamp at time zone ${zone}`] : []),
  ]
  return parts.length > 0 ? sql.join(parts, sql` and `) : sql`true`
}
