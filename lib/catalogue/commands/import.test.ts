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
import { deleteOldCatalogueData, FILE_LIFE } from './forget'
import { exportCatalogue, importCatalogue, saveImportFile } from './import'
import { addProduct, removeProduct } from './save'

const { db, as } = testDatabase()
const at = new Date('2026-11-20T10:00:00Z')
const refusal = (reason: string) => expect.objectContaining({ reason })

let admin: Admin
beforeEach(async () => {
  admin = await anAdmin(db, { factorAt: at })
})

const tired = () => anAdmin(db, { factorAt: new Date(at.getTime() - 6 * 60_000) })
const actions = async () =>
  (await db.select().from(logEntries).where(eq(logEntries.actorId, admin.id)).orderBy(logEntries.id)).map(
    ({ action }) => action,
  )

/** A file that is kept, and what its page shows. */
async function shown(products: ProductFacts[] | string) {
  const content = typeof products === 'string' ? products : writeFile(products)
  const preview = await previewImport(admin, await saveImportFile(admin, content, at), at)
  if (!preview) throw new Error('The file is not there.')
  return preview
}

describe('a file that is looked at', () => {
  test('changes nothing, and says what each row would do', async () => {
    const before = await catalogueVersion()
    const { verdicts } = await shown([someFacts(), someFacts({ name: 'LUMIX S5 II' })])
    expect(verdicts.map(({ row, becomes }) => [row, becomes])).toEqual([
      [2, 'new'],
      [3, 'wrong'],
    ])
    expect(await catalogueVersion()).toBe(before)
    expect(await actions()).toEqual(['catalogue.checked'])
  })

  test('is nobody’s under a malformed id, and forgotten after seven days', async () => {
    const { id } = await shown([someFacts()])
    for (const strange of ['x', '00000000-0000-4000-8000-000000000000'])
      expect(await previewImport(admin, strange, at)).toBeNull()
    await deleteOldCatalogueData(as.worker, new Date(at.getTime() + FILE_LIFE))
    expect(await previewImport(admin, id, at)).not.toBeNull()
    await deleteOldCatalogueData(as.worker, new Date(at.getTime() + FILE_LIFE + 1))
    expect(await previewImport(admin, id, at)).toBeNull()
  })

  test('stays as it was sent: the app may not change its text', async () => {
    const { id } = await shown([someFacts()])
    const changed = db.update(catalogueImports).set({ content: 'x' }).where(eq(catalogueImports.id, id))
    await expect(changed).rejects.toThrow()
  })
})

describe('importing', () => {
  test('does exactly what was shown, in one step, and once', async () => {
    const held = someFacts({ aliases: [`Wanderer ${crypto.randomUUID()}`] })
    await addProduct(admin, held, at)
    const fresh = someFacts({ aliases: held.aliases })
    const file = await shown([fresh, { ...held, aliases: [] }])
    expect(await importCatalogue(admin, file, at)).toEqual({ added: 1, changed: 1 })
    const entries = await readEntries(db)
    expect(entries.find(({ modelNumber }) => modelNumber === fresh.modelNumber)).toMatchObject(fresh)
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
    const file = await shown([fine, someFacts({ name: 'LUMIX S5 II' })])
    await expect(importCatalogue(admin, file, at)).rejects.toThrow(refusal('importWrong'))
    const broken = await shown('"x')
    expect(broken.problem).toMatchObject({ problem: 'notCsv' })
    await expect(importCatalogue(admin, broken, at)).rejects.toThrow(refusal('importWrong'))
    expect((await readEntries(db)).some(({ name }) => name === fine.name)).toBe(false)
    expect((await previewImport(admin, file.id, at))?.appliedAt).toBeNull()
  })

  test('is refused when the catalogue has changed since, and works once it was shown again', async () => {
    const file = await shown([someFacts()])
    await addProduct(await anAdmin(db, { factorAt: at }), someFacts(), at)
    await expect(importCatalogue(admin, file, at)).rejects.toThrow(refusal('catalogueMoved'))
    const again = await previewImport(admin, file.id, at)
    expect(await importCatalogue(admin, { ...file, version: again?.version ?? 0 }, at)).toEqual({
      added: 1,
      changed: 0,
    })
  })

  test('refuses another text, a file that is gone, nothing new, and an old sign-in', async () => {
    const facts = someFacts()
    const file = await shown([facts])
    await expect(importCatalogue(await tired(), file, at)).rejects.toThrow(refusal('stepUp'))
    await expect(importCatalogue(admin, { ...file, sha256: '0'.repeat(64) }, at)).rejects.toThrow(
      refusal('importGone'),
    )
    await addProduct(admin, facts, at)
    const same = await shown([facts])
    await expect(importCatalogue(admin, same, at)).rejects.toThrow(refusal('importNothing'))
  })

  test('two at once import once', async () => {
    const file = await shown([someFacts()])
    const tries = await Promise.allSettled([
      importCatalogue(admin, file, at),
      importCatalogue(admin, file, at),
    ])
    expect(tries.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })
})

test('the export is written down, needs a fresh factor, and changes nothing when it is imported', async () => {
  await expect(exportCatalogue(await tired(), at)).rejects.toThrow(refusal('stepUp'))
  const { verdicts } = await shown(writeFile(await exportCatalogue(admin, at)))
  expect(new Set(verdicts.map(({ becomes }) => becomes))).toEqual(new Set(['same']))
  expect(await actions()).toEqual(['catalogue.exported', 'catalogue.checked'])
})

test('seeding again brings nothing back that an admin has renamed or taken out', async () => {
  const all = await readEntries(db)
  const [out, renamed] = all.filter(({ registered }) => !registered)
  await removeProduct(admin, String(out?.id), at)
  const file = await shown([{ ...(renamed as ProductFacts), name: 'LUMIX Quite Another' }])
  await importCatalogue(admin, file, at)
  const before = await readEntries(db)
  await seedProgramme(as.owner)
  expect(await readEntries(db)).toEqual(before)
})
