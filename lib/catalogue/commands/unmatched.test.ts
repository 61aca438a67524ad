import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Database } from '@/db/client'
import { logEntries, unmatchedModels, unmatchedTypings } from '@/db/schema'
import type { Admin, Member } from '@/lib/actor'
import { someFacts } from '@/testing/catalogue'
import { testDatabase, waitingForLock } from '@/testing/database'
import { aMember, anAdmin } from '@/testing/people'
import { NewProduct } from '../input'
import { findEntry } from '../queries/catalogue'
import { catalogue } from '../queries/products'
import { countUnmatched, listUnmatched, spellingOf } from '../queries/unmatched'
import { identifyProduct } from '../search'
import { deleteOldCatalogueData } from './forget'
import { addProduct } from './save'
import { ignoreUnmatched, nameProduct, recordModels } from './unmatched'

const { db, as } = testDatabase()
const at = new Date('2026-11-20T10:00:00Z')
const days = (count: number) => new Date(at.getTime() + count * 86_400_000)
const refusal = (reason: string) => expect.objectContaining({ reason })

let admin: Admin
let [one, two, three]: Member[] = []
beforeEach(async () => {
  await as.app.delete(unmatchedModels)
  admin = await anAdmin(db, { factorAt: at })
  ;[one, two, three] = [await aMember(db, {}, at), await aMember(db, {}, at), await aMember(db, {}, at)]
})

const type = (member: Member | undefined, text: string, known = false, when = at) =>
  recordModels(member as Member, [{ text, known }], when)
const list = async () =>
  (await listUnmatched(admin, 1, at)).items.map(({ spelling, members }) => [spelling, members])
const product = async () => {
  const facts = someFacts()
  return { facts, id: await addProduct(admin, facts, at) }
}

describe('an unmatched text', () => {
  test('is listed by how many members typed it, as most wrote it, with the products it may mean', async () => {
    await type(one, 'Lumix S5 Pro')
    await type(one, 'LUMIX S5 PRO')
    await type(two, 'S5 Pro')
    await type(three, 'S5 Pro')
    await type(one, 'Quantum Cam')
    expect(await list()).toEqual([
      ['S5 Pro', 3],
      ['Quantum Cam', 1],
    ])
    const [first] = (await listUnmatched(admin, 1, at)).items
    expect(first?.suggestions.length).toBeGreaterThan(0)
    expect(first?.last).toEqual(at)
    expect(await countUnmatched(admin)).toBe(2)
  })

  test('reveals neither who typed it nor that two texts are from one person', async () => {
    await type(one, 'Quantum Cam')
    await type(one, 'Quantum Lens')
    const rows = await db.select().from(unmatchedTypings)
    expect(new Set(rows.map(({ who }) => who)).size).toBe(2)
    expect(JSON.stringify(rows)).not.toContain(String(one?.id))
    expect(Object.keys(rows[0] ?? {})).toEqual(['key', 'who', 'spelling', 'at'])
  })

  test('is deleted once the member typed a known model, and is not kept when it is no model', async () => {
    await type(one, 'Quantum Cam')
    await type(two, 'Quantum Cam')
    await type(one, 'quantum-cam', true)
    await type(one, 'thea@example.com')
    expect(await list()).toEqual([['Quantum Cam', 1]])
  })

  test('is deleted after 180 days, but stays dismissed', async () => {
    await type(one, 'Quantum Cam')
    await type(two, 'Quantum Cam', false, days(10))
    await type(one, 'Teapot')
    await ignoreUnmatched(admin, 'teapot', at)
    await deleteOldCatalogueData(as.worker, days(181))
    expect(await list()).toEqual([['Quantum Cam', 1]])
    await deleteOldCatalogueData(as.worker, days(191))
    expect(await list()).toEqual([])
    expect(await db.select({ key: unmatchedModels.key }).from(unmatchedModels)).toEqual([{ key: 'teapot' }])
  })
})

describe('an admin makes it an alias of a product', () => {
  test('which is found by it at once, and the text is no longer listed', async () => {
    const { id, facts } = await product()
    await type(one, 'Quantum Cam 9')
    expect(await nameProduct(admin, { key: 'quantumcam9', product: id }, at)).toBe('Quantum Cam 9')
    expect(await findEntry(admin, id)).toMatchObject({ aliases: ['Quantum Cam 9'], version: 2 })
    expect(identifyProduct('quantum cam 9', undefined, await catalogue(at))).toMatchObject({
      product: { modelNumber: facts.modelNumber },
    })
    expect(await list()).toEqual([])
    expect(
      await db.select({ action: logEntries.action }).from(logEntries).where(eq(logEntries.actorId, admin.id)),
    ).toEqual([{ action: 'product.added' }, { action: 'product.changed' }])
  })

  test.each(['dismissed', 'named'])(
    'once: an admin is refused while a colleague has it %s',
    async (first) => {
      const { id } = await product()
      await type(one, 'Quantum Cam 10')
      const name = (on?: Database) => nameProduct(admin, { key: 'quantumcam10', product: id }, at, on)
      const dismiss = (on?: Database) => ignoreUnmatched(admin, 'quantumcam10', at, on)
      const [before, after] = first === 'named' ? [name, dismiss] : [dismiss, name]
      let late: Promise<unknown> | undefined
      await db.transaction(async (tx) => {
        await before(tx)
        late = after().catch((error) => error)
        await waitingForLock(as.owner)
      })
      expect(await late).toEqual(refusal('unmatchedGone'))
      expect((await findEntry(admin, id))?.aliases).toEqual(first === 'named' ? ['Quantum Cam 10'] : [])
    },
  )

  test('once: a second click and a missing product are refused', async () => {
    const { id } = await product()
    await type(one, 'Quantum Cam 20')
    const name = () => nameProduct(admin, { key: 'quantumcam20', product: id }, at)
    await name()
    await expect(name()).rejects.toThrow(refusal('unmatchedGone'))
    await type(one, 'Quantum Cam 11')
    const unknownProduct = { key: 'quantumcam11', product: '00000000-0000-4000-8000-000000000000' }
    await expect(nameProduct(admin, unknownProduct, at)).rejects.toThrow(refusal('notFound'))
  })

  test('but not when the product has too many names', async () => {
    const id = await addProduct(
      admin,
      someFacts({ aliases: Array.from({ length: 20 }, (_, n) => `Many ${crypto.randomUUID()} ${n}`) }),
      at,
    )
    await type(one, 'Quantum Cam 12')
    await expect(nameProduct(admin, { key: 'quantumcam12', product: id }, at)).rejects.toThrow(
      refusal('aliasesFull'),
    )
    expect(await list()).toEqual([['Quantum Cam 12', 1]])
  })
})

test('a product created from it is found by it, whatever the admin calls it', async () => {
  await type(one, 'Quantum Cam 13')
  const { aliases: _, qualifyingFrom, qualifyingTo: __, ...facts } = someFacts()
  const form = {
    ...facts,
    qualifyingFrom,
    qualifyingTo: '',
    aliases: '',
    otherMount: '',
    typedAs: 'Quantum Cam 13',
  }
  const input = NewProduct.parse(form)
  expect(input.aliases).toEqual(['Quantum Cam 13'])
  expect(NewProduct.parse({ ...form, name: 'QUANTUM CAM 13' }).aliases).toEqual([])
  await addProduct(admin, input, at)
  expect(await list()).toEqual([])
  expect(await spellingOf('quantumcam13')).toBeNull()
})

test('once dismissed it is not kept again, whoever types it', async () => {
  await type(one, 'Teapot')
  await ignoreUnmatched(admin, 'teapot', at)
  expect(await db.select().from(unmatchedTypings)).toEqual([])
  await type(two, 'Teapot')
  expect(await list()).toEqual([])
  await expect(ignoreUnmatched(admin, 'teapot', at)).rejects.toThrow(refusal('unmatchedGone'))
  await expect(ignoreUnmatched(admin, 'nothing', at)).rejects.toThrow(refusal('unmatchedGone'))
})
