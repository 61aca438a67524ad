// What the previous release needs of this release's database: during a rollout, both run on it.
import type pg from 'pg'

/** The part of drizzle-kit's snapshot that a version's queries refer to. */
export type Snapshot = {
  tables: Record<string, { name: string; columns: Record<string, { type: string; notNull: boolean }> }>
  enums: Record<string, { name: string; values: string[] }>
}

type Column = { table: string; column: string; type: string; required: boolean; filled: boolean }

/**
 * Returns what code for the schema `before` can no longer do on this database: read or write a column, omit it or leave it
 * null, use an enum value. Empty if it runs as before. Cannot tell whether a new check or index refuses its writes.
 */
export async function incompatibilities(client: pg.Client, before: Snapshot): Promise<string[]> {
  const columns = await listColumns(client)
  const values = await listEnumValues(client)
  const tables = Object.values(before.tables).flatMap((table) => tableIncompatibilities(table, columns))
  const enums = Object.values(before.enums).flatMap(({ name, values: known }) =>
    known.filter((value) => !values.has(`${name}.${value}`)).map((value) => `${name} has no '${value}'`),
  )
  return [...tables, ...enums]
}

function tableIncompatibilities({ name, columns: known }: Snapshot['tables'][string], all: Column[]) {
  const own = all.filter(({ table }) => table === name)
  if (own.length === 0) return [`${name} is missing`]
  const changed = Object.entries(known).flatMap(([column, was]) => {
    const is = own.find((one) => one.column === column)
    if (!is) return [`${name}.${column} is missing`]
    if (is.type !== was.type) return [`${name}.${column} is ${is.type}, was ${was.type}`]
    return is.required && !was.notNull ? [`${name}.${column} must not be empty`] : []
  })
  const added = own.filter(({ column, required, filled }) => !known[column] && required && !filled)
  return [...changed, ...added.map(({ column }) => `${name}.${column} is required`)]
}

async function listColumns(client: pg.Client): Promise<Column[]> {
  const { rows } = await client.query(`
    select c.relname as table, a.attname as column, format_type(a.atttypid, a.atttypmod) as type, a.attnotnull as required,
           a.atthasdef or a.attidentity <> '' as filled
      from pg_attribute a join pg_class c on c.oid = a.attrelid
     where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
       and a.attnum > 0 and not a.attisdropped`)
  return rows
}

async function listEnumValues(client: pg.Client) {
  const { rows } = await client.query(
    `select t.typname || '.' || e.enumlabel as value from pg_enum e join pg_type t on t.oid = e.enumtypid`,
  )
  return new Set(rows.map(({ value }) => value))
}
