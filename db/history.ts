import { readMigrationFiles } from 'drizzle-orm/migrator'
import type pg from 'pg'

type Applied = { hash: string; at: number }

/**
 * Throws unless the database was created by the migrations in `folder` as they are now: it must not predate the baseline, nor
 * have applied a file that was edited since. More migrations than this version knows are fine: a newer version is running.
 */
export async function refuseOtherHistory(client: pg.Client, folder: string) {
  const files = readMigrationFiles({ migrationsFolder: folder })
  const newest = files.at(-1)?.folderMillis ?? 0
  for (const { hash, at } of await appliedMigrations(client)) {
    if (at > newest || files.some((file) => file.hash === hash)) continue
    if (files.some((file) => file.folderMillis === at))
      throw new Error(
        `A file in ${folder} was edited after this database had applied it. Put it back, and write a new migration.`,
      )
    throw new Error(
      'This database was created by an older series of migrations, which cannot be upgraded: create a new one (the demo: npm run demo -- --fresh). See docs/decisions/database-migrations.md.',
    )
  }
}

async function appliedMigrations(client: pg.Client): Promise<Applied[]> {
  const { rows } = await client.query(`select to_regclass('drizzle.__drizzle_migrations') as made`)
  if (!rows[0].made) return []
  const applied = await client.query('select hash, created_at as at from drizzle.__drizzle_migrations')
  return applied.rows.map(({ hash, at }) => ({ hash, at: Number(at) }))
}
