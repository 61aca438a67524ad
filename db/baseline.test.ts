import { readFile } from 'node:fs/promises'
import { generateDrizzleJson, generateMigration } from 'drizzle-kit/api'
import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { testDatabase } from '../testing/database'
import type { Snapshot } from '../testing/schema-before'
import journal from './migrations/meta/_journal.json'
import { readFiles } from './repeatable'
import * as schema from './schema'

type Named = Record<string, unknown>
/** The part of drizzle-kit's snapshot that is compared; its own type needs an older zod. */
type ExpectedSnapshot = Snapshot & {
  tables: Record<
    string,
    {
      columns: Record<string, { name: string; generated?: unknown }>
      indexes: Named
      foreignKeys: Named
      uniqueConstraints: Named
      checkConstraints: Named
    }
  >
}

// This file's database was created by the migrations, db/functions and db/roles; the schema is what the code expects.
const { as } = testDatabase()
const snapshot = () => generateDrizzleJson(schema, undefined, undefined, 'snake_case')
const expected: ExpectedSnapshot = snapshot()
const list = async (query: ReturnType<typeof sql>) =>
  (await as.owner.execute<{ name: string }>(query)).rows.map(({ name }) => name).sort()
/** What drizzle cannot express, so that it is hand-written in the migration. */
const HAND_WRITTEN = ['services.services_no_overlap']

test('drizzle-kit has nothing to generate', async () => {
  const tag = journal.entries.at(-1)?.tag.slice(0, 4)
  const last = JSON.parse(await readFile(`db/migrations/meta/${tag}_snapshot.json`, 'utf8'))
  expect(await generateMigration(last, snapshot())).toEqual([])
})

test('the database has the columns of the schema, and no others', async () => {
  const columns = Object.values(expected.tables).flatMap(({ name, columns }) =>
    Object.values(columns).map(
      (one) =>
        `${name}.${one.name} ${one.type}${one.notNull ? ' required' : ''}${one.generated ? ' generated' : ''}`,
    ),
  )
  expect(
    await list(sql`
      select c.relname || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
             || case when a.attnotnull then ' required' else '' end || case when a.attgenerated <> '' then ' generated' else '' end as name
        from pg_attribute a join pg_class c on c.oid = a.attrelid
       where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
         and a.attnum > 0 and not a.attisdropped`),
  ).toEqual(columns.sort())
})

test('the database has the constraints and indexes of the schema, and no others', async () => {
  const named = Object.values(expected.tables).flatMap((table) =>
    [
      ...Object.keys(table.indexes),
      ...Object.keys(table.foreignKeys),
      ...Object.keys(table.uniqueConstraints),
      ...Object.keys(table.checkConstraints),
    ].map((one) => `${table.name}.${one}`),
  )
  expect(
    await list(sql`
      select c.relname || '.' || k.conname as name from pg_constraint k join pg_class c on c.oid = k.conrelid
       where k.connamespace = 'public'::regnamespace and k.contype not in ('n', 'p', 't') and not c.relispartition
      union
      select c.relname || '.' || i.indexrelid::regclass::text from pg_index i join pg_class c on c.oid = i.indrelid
       where c.relnamespace = 'public'::regnamespace and not i.indisprimary and not c.relispartition`),
  ).toEqual([...named, ...HAND_WRITTEN].sort())
})

test('every enumeration has the values of its list, in their order', async () => {
  const values = Object.values(expected.enums).map(({ name, values }) => `${name} ${values.join(' ')}`)
  expect(
    await list(sql`
      select t.typname || ' ' || string_agg(e.enumlabel, ' ' order by e.enumsortorder) as name
        from pg_enum e join pg_type t on t.oid = e.enumtypid where t.typnamespace = 'public'::regnamespace group by t.typname`),
  ).toEqual(values.sort())
})

test('functions that a column, check or index depends on are changed only by migrations', async () => {
  const needed = await list(sql`
    with recursive ours as (
      select p.oid, n.nspname || '.' || p.proname as name, p.prosrc
        from pg_proc p join pg_namespace n on n.oid = p.pronamespace
       where n.nspname in ('public', 'names', 'programme', 'desk', 'jobs')
         and not exists (select from pg_depend e where e.objid = p.oid and e.deptype = 'e')
    ), needed as (
      select o.* from ours o join pg_depend d on d.refobjid = o.oid and d.refclassid = 'pg_proc'::regclass
       where d.classid in ('pg_attrdef'::regclass, 'pg_constraint'::regclass, 'pg_class'::regclass)
      union
      select o.* from ours o join needed n on strpos(n.prosrc, o.name || '(') > 0 -- Postgres does not know what a body calls
    )
    select distinct name from needed`)
  expect(needed).toEqual(['names.plain', 'names.spellings', 'names.written_out'])
  for (const { path, text } of await readFiles())
    for (const name of needed)
      expect(text, path).not.toMatch(new RegExp(`function\\s+${name.replace('.', '\\.')}\\s*\\(`, 'i'))
})

test('no function is defined twice', async () => {
  const files = await Promise.all(
    journal.entries.map(({ tag }) => readFile(`db/migrations/${tag}.sql`, 'utf8')),
  )
  const written = [...files, ...(await readFiles()).map(({ text }) => text)].flatMap((text) =>
    [...text.matchAll(/create (?:or replace )?function ([\w.]+)/gi)].map(([, name]) => name),
  )
  expect(written.length).toBeGreaterThan(25)
  expect(written.filter((name, i) => written.indexOf(name) < i)).toEqual([])
})
