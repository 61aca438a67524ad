import { randomUUID } from 'node:crypto'
import { and, eq, sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { seedProgramme } from '@/bin/seed/programme'
import { accounts, centres, logEntries } from '@/db/schema'
import type { Admin } from '@/lib/actor'
import { COUNTRY_CODES } from '@/lib/countries/rules'
import { TIME_ZONES } from '@/lib/countries/time-zones'
import { brokenConstraint } from '@/lib/errors'
import { aCentreInput } from '@/testing/centres'
import { testDatabase } from '@/testing/database'
import { aDesk, anAdmin } from '@/testing/people'
import { findCentre, listCentres, ownCentre } from '../queries/centres'
import { isEea } from '../rules'
import { addCentre, changeCentre, setCentreOpen } from './centres'

const { db, as } = testDatabase()
const at = new Date('2026-11-24T10:00:00Z')
let admin: Admin
beforeAll(async () => {
  await seedProgramme(as.owner)
  admin = await anAdmin(db)
})

const logged = async (subjectId: string) =>
  (await db.select().from(logEntries).where(eq(logEntries.subjectId, subjectId))).map(
    ({ action, reason }) => [action, reason],
  )

test('a service centre is added and listed', async () => {
  const input = aCentreInput({ name: `A first ${randomUUID()}` })
  const id = await addCentre(admin, input, at)
  const { centres: listed } = await listCentres(admin)
  expect(listed.find((centre) => centre.id === id)).toMatchObject({
    name: input.name,
    basis: 'eu',
    people: 0,
  })
  expect(await logged(id)).toEqual([['centre.added', 'legal basis: eu']])
})

test('a name is unique', async () => {
  const input = aCentreInput()
  await addCentre(admin, input, at)
  await expect(addCentre(admin, input, at)).rejects.toMatchObject({
    reason: 'centreNameTaken',
    field: 'name',
  })
  const other = await addCentre(admin, aCentreInput(), at)
  await expect(changeCentre(admin, other, input, at)).rejects.toMatchObject({ reason: 'centreNameTaken' })
})

test('the legal basis is changed as a whole', async () => {
  const id = await addCentre(admin, aCentreInput({ country: 'JP', basis: 'adequacy', decision: 'Japan' }), at)
  await changeCentre(
    admin,
    id,
    aCentreInput({ country: 'JP', basis: 'clauses', clausesOn: '2026-01-15' }),
    at,
  )
  expect(await findCentre(admin, id)).toMatchObject({
    basis: 'clauses',
    decision: null,
    clausesOn: '2026-01-15',
  })
  expect(await logged(id)).toContainEqual(['centre.changed', 'legal basis: clauses'])
})

test('the lead is one of the centre’s own people, and not a disabled one', async () => {
  const [own, elsewhere] = [await aDesk(as.owner), await aDesk(as.owner)]
  const input = aCentreInput({ lead: own.id })
  await changeCentre(admin, own.centreId, input, at)
  expect(await findCentre(admin, own.centreId)).toMatchObject({ lead: own.id, people: [{ id: own.id }] })
  const wrong = changeCentre(admin, own.centreId, { ...input, lead: elsewhere.id }, at)
  await expect(wrong).rejects.toMatchObject({ reason: 'leadElsewhere', field: 'lead' })
  await db.update(accounts).set({ disabledAt: at }).where(eq(accounts.id, own.id))
  await expect(changeCentre(admin, own.centreId, input, at)).rejects.toMatchObject({
    reason: 'leadElsewhere',
  })
})

test('a centre has the time of its zone, and Postgres knows every zone that can be chosen', async () => {
  const id = await addCentre(
    admin,
    aCentreInput({ country: 'JP', basis: undefined, timeZone: 'Asia/Tokyo' }),
    at,
  )
  expect(await findCentre(admin, id)).toMatchObject({ timeZone: 'Asia/Tokyo' })
  const nowhere = changeCentre(admin, id, aCentreInput({ timeZone: 'Europe/Nowhere' }), at)
  await expect(nowhere).rejects.toMatchObject({ reason: 'timeZoneUnknown', field: 'timeZone' })
  const { rows } = await db.execute(sql`select name from pg_timezone_names`)
  const names = new Set(rows.map(({ name }) => name))
  expect(TIME_ZONES.filter((zone) => !names.has(zone))).toEqual([])
})

test('an unknown centre is not found', async () => {
  await expect(changeCentre(admin, randomUUID(), aCentreInput(), at)).rejects.toMatchObject({
    reason: 'notFound',
  })
  expect(await findCentre(admin, randomUUID())).toBeNull()
})

test('closing twice at once closes once, with one log entry', async () => {
  const id = await addCentre(admin, aCentreInput(), at)
  const both = await Promise.allSettled([
    setCentreOpen(admin, id, false, at),
    setCentreOpen(admin, id, false, at),
  ])
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect((await logged(id)).filter(([action]) => action === 'centre.closed')).toHaveLength(1)
  await setCentreOpen(admin, id, true, at)
  await expect(setCentreOpen(admin, id, true, at)).rejects.toMatchObject({ reason: 'alreadyDone' })
})

test('a desk learns why it is closed', async () => {
  const desk = await aDesk(as.owner)
  const closed = async () => (await ownCentre(desk)).closed
  expect(await closed()).toBeUndefined()
  await setCentreOpen(admin, desk.centreId, false, at)
  expect(await closed()).toBe('centreClosed')
  await changeCentre(admin, desk.centreId, aCentreInput({ basis: undefined }), at)
  expect(await closed()).toBe('centreWithoutBasis')
})

test('the database accepts a legal basis only as a whole, and "eu" only for the EEA', async () => {
  const id = await addCentre(admin, aCentreInput(), at)
  const refusal = (change: Partial<typeof centres.$inferInsert>) =>
    db
      .update(centres)
      .set(change)
      .where(and(eq(centres.id, id)))
      .then(() => undefined, brokenConstraint)
  expect(await refusal({ legalBasis: 'adequacy' })).toBe('centres_adequacy_has_decision')
  expect(await refusal({ adequacyDecision: 'Japan' })).toBe('centres_adequacy_has_decision')
  expect(await refusal({ legalBasis: 'clauses' })).toBe('centres_clauses_have_date')
  expect(await refusal({ legalBasis: null, clausesOn: '2026-01-15' })).toBe('centres_clauses_have_date')
  for (const country of COUNTRY_CODES)
    expect([country, await refusal({ country })]).toEqual([
      country,
      isEea(country) ? undefined : 'centres_eu_is_for_eea',
    ])
})
