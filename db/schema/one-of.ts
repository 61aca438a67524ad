import { type SQL, type SQLWrapper, sql } from 'drizzle-orm'

/** A check that a text is of a list. */
export const oneOf = (column: SQLWrapper, values: readonly string[]): SQL =>
  sql`${column} in (${listed(values)})`

/** A check that it is none of them. */
export const noneOf = (column: SQLWrapper, values: readonly string[]): SQL =>
  sql`${column} not in (${listed(values)})`

const listed = (values: readonly string[]) => sql.raw(values.map((value) => `'${value}'`).join(', '))
