import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { seedProgramme } from '@/bin/seed/programme'
import { drafts, logEntries, registrationEvents, registrations } from '@/db/schema'
import type { Member } from '@/lib/actor'
import { testDatabase, waitingForLock } from '@/testing/database'
import { aMember, aReviewer } from '@/testing/people'
import { decide, fillDraft, lineOf, NOON, newInvoice, registerLines } from '@/testing/registrations'
import { checkLines, draftOf, warningMark } from '../queries/draft'
import { addLine, removeLine, saveRegistrationDraft } from './draft'
import { registerProducts } from './register'

const { db, as } = testDatabase()
beforeAll(() => seedProgramme(as.owner))

const reasonOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'done',
    (error) => error.reason ?? error,
  )
const send = (member: Member, seen: string[] = []) => registerProducts(member, { seen }, NOON)
const registrationsOf = (member: Member) =>
  db.select().from(registrations).where(eq(registrations.memberId, member.ownMemberId))

describe('a draft list', () => {
  test('keeps what was typed, valid or not, and its invoice', async () => {
    const member = await aMember(db, {}, NOON)
    const oddLine = lineOf({
      model: 'S5 ??',
      serial: '',
      purchasedOn: '2026-02-3',
      dealer: 'Müller & Söhne "Foto" 📷',
    })
    const invoiceId = await fillDraft(db, member, [lineOf()])
    await saveRegistrationDraft(member, [oddLine], NOON)
    expect(await draftOf(member)).toMatchObject({ lines: [oddLine], invoice: { id: invoiceId } })
  })

  test('takes dealer and date of the line above for a new one', async () => {
    const member = await aMember(db, {}, NOON)
    await addLine(member, [lineOf({ dealer: 'Kamerastube', purchasedOn: '2026-01-02' })], NOON)
    const [, second] = (await draftOf(member))?.lines ?? []
    expect(second).toEqual({ model: '', serial: '', dealer: 'Kamerastube', purchasedOn: '2026-01-02' })
  })

  test('loses the removed line, and keeps an empty one when it was the last', async () => {
    const member = await aMember(db, {}, NOON)
    const [first, second] = [lineOf(), lineOf()]
    await removeLine(member, [first, second], 0, NOON)
    expect((await draftOf(member))?.lines).toEqual([second])
    await removeLine(member, [second], 0, NOON)
    expect((await draftOf(member))?.lines).toEqual([{ model: '', serial: '', dealer: '', purchasedOn: '' }])
  })

  test('holds twenty products and no more', async () => {
    const member = await aMember(db, {}, NOON)
    const twenty = Array.from({ length: 20 }, () => lineOf())
    await saveRegistrationDraft(member, twenty, NOON)
    expect(await reasonOf(addLine(member, twenty, NOON))).toBe('tooManyLines')
    expect((await draftOf(member))?.lines).toHaveLength(20)
  })

  test('is not visible to others', async () => {
    const [one, other] = [await aMember(db, {}, NOON), await aMember(db, {}, NOON)]
    await saveRegistrationDraft(one, [lineOf()], NOON)
    expect(await draftOf(other)).toBeNull()
  })
})

describe('registering', () => {
  test('creates one registration per line, all waiting with the same invoice, and deletes the draft', async () => {
    const member = await aMember(db, {}, NOON)
    const lines = [lineOf({ serial: ' uk8su-0oI 77 ' }), lineOf({ model: '20-60' })]
    const invoiceId = await fillDraft(db, member, lines)
    expect(await send(member)).toBe(invoiceId)
    const created = await registrationsOf(member)
    expect(created).toHaveLength(2)
    for (const one of created)
      expect(one).toMatchObject({ state: 'pending', invoiceId, waitingSince: NOON, createdAt: NOON })
    expect(created.find(({ serialTyped }) => serialTyped === 'uk8su-0oI 77')?.serialKey).toBe('UK8SU00177')
    expect(await draftOf(member)).toBeNull()
  })

  test('ignores a line that was added and never used', async () => {
    const member = await aMember(db, {}, NOON)
    await fillDraft(db, member, [lineOf(), lineOf({ model: '', serial: ' ' })])
    await send(member)
    expect(await registrationsOf(member)).toHaveLength(1)
    await fillDraft(db, member, [lineOf({ model: '', serial: '' })])
    expect(await reasonOf(send(member))).toBe('nothingToRegister')
  })

  test('writes its history and the log', async () => {
    const member = await aMember(db, {}, NOON)
    const [id] = await registerLines(db, member, [lineOf()])
    const events = await db
      .select()
      .from(registrationEvents)
      .where(eq(registrationEvents.registrationId, String(id)))
    expect(events).toMatchObject([{ kind: 'registered', at: NOON }])
    const log = await db
      .select()
      .from(logEntries)
      .where(eq(logEntries.subjectId, String(id)))
    expect(log).toMatchObject([
      { action: 'registration.made', actorId: member.id, memberId: member.ownMemberId },
    ])
  })

  test.each([
    ['a model nobody knows', lineOf({ model: 'Hasselblad 500' })],
    ['another maker’s lens', lineOf({ model: 'Sigma 24-70' })],
    ['no serial number', lineOf({ serial: ' - ' })],
    ['a purchase tomorrow', lineOf({ purchasedOn: '2026-06-16' })],
    ['a day that does not exist', lineOf({ purchasedOn: '2026-02-30' })],
    ['no dealer', lineOf({ dealer: '  ' })],
  ])('refuses a list with %s, and the list stays', async (_, line) => {
    const member = await aMember(db, {}, NOON)
    await fillDraft(db, member, [lineOf(), line])
    expect(await reasonOf(send(member))).toBe('listIncomplete')
    expect((await draftOf(member))?.lines).toHaveLength(2)
    expect(await registrationsOf(member)).toEqual([])
  })

  test('accepts a purchase of today in Berlin, where the day starts before it does in London', async () => {
    const member = await aMember(db, {}, NOON)
    await fillDraft(db, member, [lineOf({ purchasedOn: '2026-06-16' })])
    await registerProducts(member, { seen: [] }, new Date('2026-06-15T22:30:00Z'))
    expect(await registrationsOf(member)).toHaveLength(1)
  })

  test('needs a readable invoice of the member’s own', async () => {
    const [member, other] = [await aMember(db, {}, NOON), await aMember(db, {}, NOON)]
    await saveRegistrationDraft(member, [lineOf()], NOON)
    expect(await reasonOf(send(member))).toBe('invoiceMissing')
    await fillDraft(db, member, [lineOf()], await newInvoice(db, other))
    expect(await reasonOf(send(member))).toBe('invoiceMissing')
    await fillDraft(
      db,
      member,
      [lineOf()],
      await newInvoice(db, member, { state: 'unreadable', problem: 'damaged' }),
    )
    expect(await reasonOf(send(member))).toBe('invoiceUnreadable')
  })

  test('twice, by a second click, registers once', async () => {
    const member = await aMember(db, {}, NOON)
    await fillDraft(db, member, [lineOf(), lineOf()])
    const answers = await Promise.all([
      reasonOf(send(member)),
      reasonOf(send(member)),
      reasonOf(send(member)),
    ])
    expect(answers.sort()).toEqual(['done', 'nothingToRegister', 'nothingToRegister'])
    expect(await registrationsOf(member)).toHaveLength(2)
  })
})

describe('a unit that is already registered', () => {
  test('is “already yours” in any spelling of its number', async () => {
    const member = await aMember(db, {}, NOON)
    await registerLines(db, member, [lineOf({ serial: 'WO1IA000123' })])
    await fillDraft(db, member, [lineOf(), lineOf({ serial: 'w0-11a 000123', model: 's5 ii' })])
    expect(await reasonOf(send(member))).toBe('alreadyYours')
    const [, second] = await checkLines(member, (await draftOf(member))?.lines ?? [], NOON)
    expect(second).toMatchObject({ problems: { serial: 'alreadyYours' }, own: { state: 'pending' } })
    expect(await registrationsOf(member)).toHaveLength(1)
  })

  test('is free again once withdrawn', async () => {
    const member = await aMember(db, {}, NOON)
    const line = lineOf()
    const [id] = await registerLines(db, member, [line])
    await db
      .update(registrations)
      .set({ state: 'withdrawn', waitingSince: null })
      .where(eq(registrations.id, String(id)))
    await registerLines(db, member, [line])
    expect(await registrationsOf(member)).toHaveLength(2)
  })

  test('is refused while another tab is just registering it', async () => {
    const member = await aMember(db, {}, NOON)
    const line = lineOf()
    const [id] = await registerLines(db, member, [line])
    const other = lineOf()
    await fillDraft(db, member, [lineOf(), other])
    let sending: Promise<unknown> | undefined
    await db.transaction(async (tx) => {
      await tx
        .update(registrations)
        .set({ serialTyped: other.serial, serialKey: other.serial })
        .where(eq(registrations.id, String(id)))
      sending = reasonOf(send(member)) // waits at the unique index until we commit
      await waitingForLock(as.owner)
    })
    expect(await sending).toBe('alreadyYours')
    expect(await registrationsOf(member)).toHaveLength(1)
    expect((await draftOf(member))?.lines).toHaveLength(2)
  })

  test('twice on one list is refused', async () => {
    const member = await aMember(db, {}, NOON)
    const line = lineOf()
    await fillDraft(db, member, [line, { ...line, serial: line.serial.toLowerCase() }])
    expect(await reasonOf(send(member))).toBe('listIncomplete')
  })

  test('by somebody else is accepted after the warning was seen, which names nobody', async () => {
    const [owner, newcomer] = [await aMember(db, {}, NOON), await aMember(db, {}, NOON)]
    const line = lineOf()
    const [id] = await registerLines(db, owner, [line])
    await decide(db, (await aReviewer(db)).id, String(id), 'verified')
    await fillDraft(db, newcomer, [line])
    const [checked] = await checkLines(newcomer, [line], NOON)
    expect(checked).toMatchObject({ problems: {}, warnings: ['taken'] })
    expect(checked).not.toHaveProperty('own')
    expect(JSON.stringify(checked)).not.toContain(String(id))
    expect(await reasonOf(send(newcomer))).toBe('warningsUnseen')
    if (checked) await send(newcomer, [warningMark(checked, 'taken')])
    expect(await registrationsOf(newcomer)).toMatchObject([{ state: 'pending', serialKey: line.serial }])
  })

  test('by somebody else and not verified is not mentioned', async () => {
    const [one, two] = [await aMember(db, {}, NOON), await aMember(db, {}, NOON)]
    const line = lineOf()
    await registerLines(db, one, [line])
    expect(await checkLines(two, [line], NOON)).toMatchObject([{ problems: {}, warnings: [] }])
    await registerLines(db, two, [line])
  })
})

describe('a warning', () => {
  test('about an odd number never blocks: the second click sends it', async () => {
    const member = await aMember(db, {}, NOON)
    const line = lineOf({ serial: '12' })
    await fillDraft(db, member, [line])
    expect(await reasonOf(send(member))).toBe('warningsUnseen')
    const [checked] = await checkLines(member, [line], NOON)
    expect(checked?.warnings).toEqual(['mistyped'])
    if (checked) await send(member, [warningMark(checked, 'mistyped')])
    expect(await registrationsOf(member)).toHaveLength(1)
  })

  test('seen for one number does not count for another', async () => {
    const member = await aMember(db, {}, NOON)
    const [seen] = await checkLines(member, [lineOf({ serial: '12' })], NOON)
    await fillDraft(db, member, [lineOf({ serial: '13' })])
    expect(await reasonOf(send(member, seen ? [warningMark(seen, 'mistyped')] : []))).toBe('warningsUnseen')
  })

  test('shows at once that a model does not count', async () => {
    const member = await aMember(db, {}, NOON)
    expect(await checkLines(member, [lineOf({ model: 'GH4' })], NOON)).toMatchObject([
      { problems: {}, warnings: ['notCounting'], product: { modelNumber: 'DMC-GH4' } },
    ])
  })
})

describe('a typed model', () => {
  test('may mean several products: then the member chooses, and the choice is kept while it matches', async () => {
    const member = await aMember(db, {}, NOON)
    const [unclear] = await checkLines(member, [lineOf({ model: '45' })], NOON)
    expect(unclear?.problems).toEqual({ model: 'modelUnclear' })
    const chosen = unclear?.choices.at(-1)
    const [clear] = await checkLines(member, [lineOf({ model: '45', productId: chosen?.id })], NOON)
    expect(clear?.product).toEqual(chosen)
    const [changed] = await checkLines(member, [lineOf({ model: 'DC-S9', productId: chosen?.id })], NOON)
    expect(changed?.product?.modelNumber).toBe('DC-S9')
  })

  test('of another maker is refused with the maker’s name', async () => {
    const member = await aMember(db, {}, NOON)
    expect(await checkLines(member, [lineOf({ model: 'Sigma 35mm F2 DG DN' })], NOON)).toMatchObject([
      { maker: 'Sigma', problems: { model: 'thirdParty' } },
    ])
  })
})

test('no draft is left behind by a submitted list', async () => {
  const member = await aMember(db, {}, NOON)
  await registerLines(db, member, [lineOf()])
  expect(await db.select().from(drafts).where(eq(drafts.memberId, member.ownMemberId))).toEqual([])
})
