import { type SQL, type SQLWrapper, sql } from 'drizzle-orm'

/** From the first moment of the day `from` to the last of the day `to`, in a time zone; without one of them, open on that side. */
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
