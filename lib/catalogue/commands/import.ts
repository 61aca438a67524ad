import 'server-only'
import { createHash } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import { type Database, db } from '@/db/client'
import { catalogueImports } from '@/db/schema'
import type { Admin } from '@/lib/actor'
import { Refusal } from '@/lib/errors'
import { requireFreshFactor } from '@/lib/fresh-factor'
import { record } from '@/lib/log/record'
import { berlinDate } from '@/lib/time'
import { readFile } from '../import/file'
import { planImport, type Verdict } from '../import/plan'
import { readEntries } from '../queries/catalogue'
import { deleteSpellings, insertProduct, lockCatalogue, updateProduct } from './write'

/** Saves a file, so that its effect can be previewed, and returns its id. It changes no product. */
export async function saveImportFile(admin: Admin, content: string, at: Date, on: Database = db) {
  const sha256 = createHash('sha256').update(content).digest('hex')
  return on.transaction(async (tx) => {
    const [saved] = await tx
      .insert(catalogueImports)
      .values({ content, sha256, by: admin.id, at })
      .returning({ id: catalogueImports.id })
    if (!saved) throw new Error('The file was not saved.')
    await record(tx, admin, 'catalogue.checked', { subjectId: saved.id, at })
    return saved.id
  })
}

/** The file, and the version of the catalogue it was previewed against. */
type Import = { id: string; sha256: string; version: number }

/**
 * Imports a file exactly as previewed, all of it or nothing, and returns how many products are new and changed. Refuses a file
 * with an invalid row or without changes, one that is imported already, and a catalogue that has changed since. Needs a fresh
 * factor.
 */
export async function importCatalogue(
  admin: Admin,
  { id, sha256, version }: Import,
  at: Date,
  on: Database = db,
) {
  requireFreshFactor(admin, at)
  return on.transaction(async (tx) => {
    const current = await lockCatalogue(tx)
    const content = await claimFile(tx, id, sha256, at)
    if (current !== version) throw new Refusal('catalogueMoved')
    const read = readFile(content)
    if ('problem' in read) throw new Refusal('importWrong')
    const plan = planImport(read.rows, await readEntries(tx), berlinDate(at))
    if (plan.some(({ becomes }) => becomes === 'wrong')) throw new Refusal('importWrong')
    const done = await applyPlan(tx, admin, plan, at)
    if (done.added + done.changed === 0) throw new Refusal('importNothing')
    await record(tx, admin, 'catalogue.imported', { subjectId: id, at })
    return done
  })
}

/** A second click is refused as already imported. */
async function claimFile(tx: Database, id: string, sha256: string, at: Date) {
  const isFile = and(eq(catalogueImports.id, id), eq(catalogueImports.sha256, sha256))
  const [file] = await tx.select().from(catalogueImports).where(isFile)
  if (!file) throw new Refusal('importGone')
  if (file.appliedAt) throw new Refusal('importDone')
  await tx.update(catalogueImports).set({ appliedAt: at }).where(isFile)
  return file.content
}

async function applyPlan(tx: Database, admin: Admin, plan: readonly Verdict[], at: Date) {
  const changed = plan.filter((one) => one.becomes === 'changed')
  const added = plan.filter((one) => one.becomes === 'new')
  for (const { before } of changed) await deleteSpellings(tx, before.id)
  for (const { before, facts } of changed) await updateProduct(tx, admin, before, facts, at)
  for (const { facts } of added) await insertProduct(tx, admin, facts, at)
  return { added: added.length, changed: changed.length }
}

/** Logs the export, then returns all products. Needs a fresh factor. */
export async function exportCatalogue(admin: Admin, at: Date, on: Database = db) {
  requireFreshFactor(admin, at)
  return on.transaction(async (tx) => {
    await record(tx, admin, 'catalogue.exported', { at })
    return readEntries(tx)
  })
}
