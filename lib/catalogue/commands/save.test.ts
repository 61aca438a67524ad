import { desc, eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { logEntries, memberships, productSpellings, products } from '@/db/schema'
import type { Admin } from '@/lib/actor'
import { raiseStatuses } from '@/lib/memberships/commands/raise'
import { ownCard } from '@/lib/memberships/queries'
import { someFacts } from '@/testing/catalogue'
import { testDatabase } from '@/testing/database'
import { aMember, anAdmin } from '@/testing/people'
import { aRegistration } from '@/testing/reviews'
import type { ProductFacts } from '../input'
import { countHolders, findEntry, listProducts } from '../queries/catalogue'
import { catalogue } from '../queries/products'
import { addProduct, changeProduct, removeProduct } from './save'

const { db, as } = testDatabase()
const at = new Date('2026-11-20T10:00:00Z')
const TODAY = '2026-11-20'
const UNKNOWN_ID = '00000000-0000-4000-8000-000000000000'
const refusal = (reason: string, more = {}) => expect.objectContaining({ reason, ...more })

let admin: Admin
beforeEach(async () => {
  admin = await anAdmin(db, { factorAt: at })
})

const staleAdmin = () => anAdmin(db, { factorAt: new Date(at.getTime() - 6 * 60_000) })
const logged = async () =>
  (await db.select().from(logEntries).where(eq(logEntries.actorId, admin.id)).orderBy(desc(logEntries.id)))[0]

async function addSomeProduct(over: Partial<ProductFacts> = {}) {
  const facts = someFacts(over)
  return { id: await addProduct(admin, facts, at), facts }
}

const change = (id: string, facts: ProductFacts, version = 1, who = admin) =>
  changeProduct(who, { id, version, ...facts }, at)

/** Somebody with a verified registration of each of these models. */
async function aHolder(models: string[], joined = new Date('2026-03-01T09:00:00Z')) {
  const member = await aMember(db, {}, joined)
  for (const model of models) await aRegistration(db, member, { model, state: 'verified' })
  await db
    .update(memberships)
    .set({ firstVerifiedOn: '2026-03-01' })
    .where(eq(memberships.memberId, member.ownMemberId))
  const status = async () =>
    (await db.select().from(memberships).where(eq(memberships.memberId, member.ownMemberId)))[0]?.status
  return { member, status }
}

describe('adding a product', () => {
  test('makes it findable at once, and is logged', async () => {
    const { id, facts } = await addSomeProduct()
    const { source: _, ...expected } = facts
    expect((await catalogue(at)).find((one) => one.id === id)).toEqual({ id, ...expected, qualifying: true })
    expect(await logged()).toMatchObject({ action: 'product.added', subjectId: id, reason: null })
    expect(await listProducts(admin, { q: facts.modelNumber, mount: '' }, 1, at)).toMatchObject({
      products: [{ id, state: 'now' }],
    })
  })

  test('under any spelling of another product is refused, by field, and names the other product', async () => {
    for (const [field, over] of [
      ['modelNumber', { modelNumber: 'dc s5 mark II' }],
      ['name', { name: 'LUMIX S5 II' }],
      ['aliases', { aliases: ['Quite new', 's5m2'] }],
    ] as const)
      await expect(addProduct(admin, someFacts(over as Partial<ProductFacts>), at)).rejects.toThrow(
        refusal('spellingTaken', { field, values: expect.objectContaining({ modelNumber: 'DC-S5M2' }) }),
      )
  })

  test('needs a fresh factor, and two at once with one name create one', async () => {
    await expect(addProduct(await staleAdmin(), someFacts(), at)).rejects.toThrow(refusal('stepUp'))
    const [one, other] = [someFacts({ aliases: ['Twin set'] }), someFacts({ aliases: ['TWIN-SET'] })]
    const tries = await Promise.allSettled([addProduct(admin, one, at), addProduct(admin, other, at)])
    expect(tries.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  test('the database enforces one product per spelling, and valid dates', async () => {
    const { id } = await addSomeProduct()
    await expect(db.insert(productSpellings).values({ key: 's5m2', productId: id })).rejects.toThrow()
    await expect(
      db.update(products).set({ qualifyingTo: '2025-12-31' }).where(eq(products.id, id)),
    ).rejects.toThrow()
  })
})

describe('changing a product', () => {
  test('is found at once, and the log names the fields', async () => {
    const { id, facts } = await addSomeProduct()
    await change(id, { ...facts, aliases: [`Other ${facts.name}`], mount: 'Q-Mount' })
    expect(await findEntry(admin, id)).toMatchObject({ mount: 'Q-Mount', version: 2 })
    expect(await logged()).toMatchObject({ action: 'product.changed', reason: 'mount, aliases' })
  })

  test('the second of two concurrent edits is refused, and nothing is lost', async () => {
    const { id, facts } = await addSomeProduct()
    const tries = await Promise.allSettled([
      change(id, { ...facts, mount: 'One' }),
      change(id, { ...facts, mount: 'Two' }, 1, await anAdmin(db, { factorAt: at })),
    ])
    expect(tries.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: refusal('productChanged'),
    })
    expect((await findEntry(admin, id))?.version).toBe(2)
  })

  test('refuses a missing product, no change, a name in use and a stale factor', async () => {
    const { id, facts } = await addSomeProduct()
    await expect(change(UNKNOWN_ID, facts)).rejects.toThrow(refusal('notFound'))
    await expect(change(id, facts)).rejects.toThrow(refusal('alreadyDone'))
    await expect(change(id, { ...facts, name: 'S5 II' })).rejects.toThrow(refusal('spellingTaken'))
    await expect(change(id, facts, 1, await staleAdmin())).rejects.toThrow(refusal('stepUp'))
    for (const id of ['x', UNKNOWN_ID]) expect(await findEntry(admin, id)).toBeNull()
  })

  test('may do anything while nobody has registered it', async () => {
    const { id, facts } = await addSomeProduct()
    await change(id, { ...facts, kind: 'lens', qualifyingFrom: null })
    expect(await findEntry(admin, id)).toMatchObject({ kind: 'lens', qualifyingFrom: null })
  })
})

describe('a product that members have registered', () => {
  test('keeps its kind, its first day and every day up to today, and cannot be removed', async () => {
    const { id, facts } = await addSomeProduct()
    await aHolder([facts.modelNumber])
    for (const [reason, field, over] of [
      ['productKindSettled', 'kind', { kind: 'lens' }],
      ['productBegan', 'qualifyingFrom', { qualifyingFrom: null }],
      ['productBegan', 'qualifyingFrom', { qualifyingFrom: '2026-11-21' }],
      ['productEndsInPast', 'qualifyingTo', { qualifyingTo: '2026-11-19' }],
    ] as const)
      await expect(change(id, { ...facts, ...over })).rejects.toThrow(refusal(reason, { field }))
    await expect(removeProduct(admin, id, at)).rejects.toThrow(refusal('productRegistered'))
    expect(await findEntry(admin, id)).toMatchObject({ ...facts, version: 1 })
  })

  test('can stop counting after a day, and the page shows for how many and until when it still counts', async () => {
    const { id, facts } = await addSomeProduct()
    await aHolder([facts.modelNumber])
    expect(await countHolders(admin, id, at)).toEqual({ members: 1, counting: 1, until: null })
    await change(id, { ...facts, qualifyingTo: TODAY })
    expect(await countHolders(admin, id, at)).toEqual({ members: 1, counting: 1, until: '2027-02-28' })
    const over = new Date('2027-03-01T10:00:00Z')
    expect(await countHolders(admin, id, over)).toEqual({ members: 1, counting: 0, until: null })
  })

  test('that begins to count raises its holders at once, and lowers nobody when it ends', async () => {
    const { id, facts } = await addSomeProduct({ qualifyingFrom: null })
    const { member, status } = await aHolder([facts.modelNumber, 'S-R2060', 'S-S50'])
    expect((await ownCard(member, at)).status).toBe('red')
    await change(id, { ...facts, qualifyingFrom: TODAY })
    expect((await ownCard(member, at)).status).toBe('silver')
    const { rows } = await as.worker.execute('select task_identifier as identifier from graphile_worker.jobs')
    expect(rows).toContainEqual({ identifier: 'raise-statuses' })
    await raiseStatuses(as.worker, at)
    expect(await status()).toBe('silver')
    await change(id, { ...facts, qualifyingFrom: TODAY, qualifyingTo: TODAY }, 2)
    for (const later of [at, new Date('2027-02-28T10:00:00Z')])
      expect((await ownCard(member, later)).status).toBe('silver')
  })

  test('that begins on a future day counts from that day’s first second', async () => {
    const { facts } = await addSomeProduct({ qualifyingFrom: '2026-12-01' })
    const { member } = await aHolder([facts.modelNumber, 'S-R2060', 'S-S50'])
    expect((await ownCard(member, new Date('2026-11-30T22:59:59Z'))).status).toBe('red')
    expect((await ownCard(member, new Date('2026-11-30T23:00:00Z'))).status).toBe('silver')
  })
})

describe('removing a product', () => {
  test('works while nobody has registered it; a second click finds nothing', async () => {
    const { id } = await addSomeProduct()
    await expect(removeProduct(await staleAdmin(), id, at)).rejects.toThrow(refusal('stepUp'))
    await removeProduct(admin, id, at)
    expect(await logged()).toMatchObject({ action: 'product.removed', subjectId: id })
    expect((await catalogue(at)).some((one) => one.id === id)).toBe(false)
    await expect(removeProduct(admin, id, at)).rejects.toThrow(refusal('notFound'))
  })
})
