import { type SQL, type SQLWrapper, sql } from 'drizzle-orm'

/** A check that a column has one of the values. */
export const oneOf = (column: SQLWrapper, values: readonly string[]): SQL =>
  sql`${column} in (${quotedList(values)})`

/** A check that a column has none of the values. */
export const noneOf = (column: SQLWrapper, values: readonly string[]): SQL =>
  sql`${column} not in (${quotedList(values)})`

const quotedList = (values: readonly string[]) => sql.raw(values.map((value) => `'${value}'`).join(', '))
