import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import type pg from 'pg'

/** Functions, triggers and views, then privileges. In each folder, the files are applied in the order of their names. */
const FOLDERS = ['db/functions', 'db/roles']

type SqlFile = { path: string; text: string; sha256: string }

/**
 * Applies all files of `db/functions` and `db/roles` in one transaction whenever one of them or the list of migrations
 * differs from what was applied last: a migration may have dropped what they created. Returns whether it did.
 */
export async function applyRepeatable(client: pg.Client) {
  await client.query(
    `create table if not exists drizzle.applied_files (path text primary key, sha256 text not null, applied_at timestamptz not null default now())`,
  )
  const files = await readFiles()
  const state = [...files.map(({ path, sha256 }) => ({ path, sha256 })), await migrationsState(client)]
  if (await isApplied(client, state)) return false
  await inTransaction(client, async () => {
    for (const file of files) await apply(client, file)
    await client.query('delete from drizzle.applied_files')
    await client.query(
      'insert into drizzle.applied_files (path, sha256) select * from json_to_recordset($1) as f (path text, sha256 text)',
      [JSON.stringify(state)],
    )
  })
  return true
}

/** Returns the files in the order in which they are applied. */
export async function readFiles(): Promise<SqlFile[]> {
  const paths = await Promise.all(FOLDERS.map(async (folder) => (await listSql(folder)).sort()))
  return Promise.all(
    paths.flat().map(async (path) => {
      const text = await readFile(path, 'utf8')
      return { path, text, sha256: createHash('sha256').update(text).digest('hex') }
    }),
  )
}

const listSql = async (folder: string) =>
  (await readdir(folder)).filter((name) => name.endsWith('.sql')).map((name) => `${folder}/${name}`)

async function migrationsState(client: pg.Client) {
  const { rows } = await client.query(
    `select string_agg(hash, ',' order by created_at, id) as hashes from drizzle.__drizzle_migrations`,
  )
  return { path: 'db/migrations', sha256: createHash('sha256').update(rows[0].hashes).digest('hex') }
}

async function isApplied(client: pg.Client, state: { path: string; sha256: string }[]) {
  const { rows } = await client.query('select path, sha256 from drizzle.applied_files')
  const key = (all: { path: string; sha256: string }[]) =>
    all
      .map(({ path, sha256 }) => `${path} ${sha256}`)
      .sort()
      .join('\n')
  return key(rows) === key(state)
}

async function apply(client: pg.Client, { path, text }: SqlFile) {
  await client.query(text).catch((cause) => {
    throw new Error(`${path}: ${cause.message}`, { cause })
  })
}

async function inTransaction(client: pg.Client, act: () => Promise<void>) {
  await client.query('begin')
  try {
    await act()
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}
