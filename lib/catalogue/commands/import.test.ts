import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { seedProgramme } from '@/bin/seed/programme'
import { catalogueImports, logEntries } from '@/db/schema'
import type { Admin } from '@/lib/actor'
import { someFacts } from '@/testing/catalogue'
import { testDatabase } from '@/testing/database'
import { anAdmin } from '@/testing/people'
import { writeFile } from '../import/file'
import type { ProductFacts } from '../input'
import { readEntries } from '../queries/catalogue'
import { previewImport } from '../queries/import'
import { catalogueVersion } from '../queries/products'
import { deleteOldCatalogueData, FILE_LIFETIME } from './forget'
import { exportCatalogue, importCatalogue, saveImportFile } from './import'
import { addProduct, removeProduct } from './save'

const { db, as } = testDatabase()
const at = new Date('2026-11-20T10:00:00Z')
const refusal = (reason: string) => expect.objectContaining({ reason })

let admin: Admin
beforeEach(async () => {
  admin = await anAdmin(db, { factorAt: at })
})

const staleAdmin = () => anAdmin(db, { factorAt: new Date(at.getTime() - 6 * 60_000) })
const actions = async () =>
  (await db.select().from(logEntries).where(eq(logEntries.actorId, admin.id)).orderBy(logEntries.id)).map(
    ({ action }) => action,
  )

/** Saves a file and returns what its page shows. */
async function saveAndPreview(products: ProductFacts[] | string) {
  const content = typeof products === 'string' ? products : writeFile(products)
  const preview = await previewImport(admin, await saveImportFile(admin, content, at), at)
  if (!preview) throw new Error('The file was not found.')
  return preview
}

describe('a file in preview', () => {
  test('changes nothing, and shows what each row would do', async () => {
    const before = await catalogueVersion()
    const { verdicts } = await saveAndPreview([someFacts(), someFacts({ name: 'LUMIX S5 II' })])
    expect(verdicts.map(({ row, becomes }) => [row, becomes])).toEqual([
      [2, 'new'],
      [3, 'wrong'],
    ])
    expect(await catalogueVersion()).toBe(before)
    expect(await actions()).toEqual(['catalogue.checked'])
  })

  test('is not found under a malformed id, and is deleted after seven days', async () => {
    const { id } = await saveAndPreview([someFacts()])
    for (const id of ['x', '00000000-0000-4000-8000-000000000000'])
      expect(await previewImport(admin, id, at)).toBeNull()
    await deleteOldCatalogueData(as.worker, new Date(at.getTime() + FILE_LIFETIME))
    expect(await previewImport(admin, id, at)).not.toBeNull()
    await deleteOldCatalogueData(as.worker, new Date(at.getTime() + FILE_LIFETIME + 1))
    expect(await previewImport(admin, id, at)).toBeNull()
  })

  test('stays as uploaded: the app may not change its text', async () => {
    const { id } = await saveAndPreview([someFacts()])
    const update = db.update(catalogueImports).set({ content: 'x' }).where(eq(catalogueImports.id, id))
    await expect(update).rejects.toThrow()
  })
})

describe('importing', () => {
  test('does exactly what was shown, in one step, and once', async () => {
    const held = someFacts({ aliases: [`Wanderer ${crypto.randomUUID()}`] })
    await addProduct(admin, held, at)
    const newProduct = someFacts({ aliases: held.aliases })
    const file = await saveAndPreview([newProduct, { ...held, aliases: [] }])
    expect(await importCatalogue(admin, file, at)).toEqual({ added: 1, changed: 1 })
    const entries = await readEntries(db)
    expect(entries.find(({ modelNumber }) => modelNumber === newProduct.modelNumber)).toMatchObject(
      newProduct,
    )
    expect(entries.find(({ modelNumber }) => modelNumber === held.modelNumber)).toMatchObject({ aliases: [] })
    expect(await actions()).toEqual([
      'product.added',
      'catalogue.checked',
      'product.changed',
      'product.added',
      'catalogue.imported',
    ])
    const done = await previewImport(admin, file.id, at)
    expect(done?.appliedAt).toEqual(at)
    await expect(importCatalogue(admin, { ...file, version: done?.version ?? 0 }, at)).rejects.toThrow(
      refusal('importDone'),
    )
  })

  test('with one wrong row imports nothing', async () => {
    const fine = someFacts()
    const file = await saveAndPreview([fine, someFacts({ name: 'LUMIX S5 II' })])
    await expect(importCatalogue(admin, file, at)).rejects.toThrow(refusal('importWrong'))
    const broken = await saveAndPreview('"x')
    expect(broken.problem).toMatchObject({ problem: 'notCsv' })
    await expect(importCatalogue(admin, broken, at)).rejects.toThrow(refusal('importWrong'))
    expect((await readEntries(db)).some(({ name }) => name === fine.name)).toBe(false)
    expect((await previewImport(admin, file.id, at))?.appliedAt).toBeNull()
  })

  test('is refused when the catalogue has changed since, and works after a new preview', async () => {
    const file = await saveAndPreview([someFacts()])
    await addProduct(await anAdmin(db, { factorAt: at }), someFacts(), at)
    await expect(importCatalogue(admin, file, at)).rejects.toThrow(refusal('catalogueMoved'))
    const again = await previewImport(admin, file.id, at)
    expect(await importCatalogue(admin, { ...file, version: again?.version ?? 0 }, at)).toEqual({
      added: 1,
      changed: 0,
    })
  })

  test('refuses a different text, a deleted file, no changes, and a stale factor', async () => {
    const facts = someFacts()
    const file = await saveAndPreview([facts])
    await expect(importCatalogue(await staleAdmin(), file, at)).rejects.toThrow(refusal('stepUp'))
    await expect(importCatalogue(admin, { ...file, sha256: '0'.repeat(64) }, at)).rejects.toThrow(
      refusal('importGone'),
    )
    await addProduct(admin, facts, at)
    const same = await saveAndPreview([facts])
    await expect(importCatalogue(admin, same, at)).rejects.toThrow(refusal('importNothing'))
  })

  test('two at once import once', async () => {
    const file = await saveAndPreview([someFacts()])
    const tries = await Promise.allSettled([
      importCatalogue(admin, file, at),
      importCatalogue(admin, file, at),
    ])
    expect(tries.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })
})

test('the export is logged, needs a fresh factor, and changes nothing when it is imported', async () => {
  await expect(exportCatalogue(await staleAdmin(), at)).rejects.toThrow(refusal('stepUp'))
  const { verdicts } = await saveAndPreview(writeFile(await exportCatalogue(admin, at)))
  expect(new Set(verdicts.map(({ becomes }) => becomes))).toEqual(new Set(['same']))
  expect(await actions()).toEqual(['catalogue.exported', 'catalogue.checked'])
})

test('seeding again does not restore what an admin has renamed or removed', async () => {
  const all = await readEntries(db)
  const [out, renamed] = all.filter(({ registered }) => !registered)
  await removeProduct(admin, String(out?.id), at)
  const file = await saveAndPreview([{ ...(renamed as ProductFacts), name: 'LUMIX Quite Another' }])
  await importCatalogue(admin, file, at)
  const before = await readEntries(db)
  await seedProgramme(as.owner)
  expect(await readEntries(db)).toEqual(before)
})
