import { sql } from 'drizzle-orm'
import { check, date, pgTable, text } from 'drizzle-orm/pg-core'

/** The first and last day the programme is offered in a country (inclusive), and who runs it where it is not. */
export const countries = pgTable(
  'countries',
  {
    code: text().primaryKey(),
    offeredFrom: date(),
    /** The last day; null while it continues. */
    offeredTo: date(),
    operator: text(),
    operatorUrl: text(),
  },
  (t) => [
    check('countries_code', sql`${t.code} ~ '^[A-Z]{2}$'`),
    // A "to" without a "from" makes the comparison null, which a check would accept.
    check(
      'countries_dates',
      sql`${t.offeredTo} is null or coalesce(${t.offeredFrom} <= ${t.offeredTo}, false)`,
    ),
    check(
      'countries_operator_url',
      sql`${t.operatorUrl} is null or (${t.operator} is not null and ${t.operatorUrl} like 'https://%')`,
    ),
  ],
)
