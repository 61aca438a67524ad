import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { seedProgramme } from '@/bin/seed/programme'
import { invoices, logEntries, memberships, products, registrations } from '@/db/schema'
import { recalculateStatus } from '@/lib/memberships/commands/recalculate'
import { testDatabase } from '@/testing/database'
import { aMember, aReviewer } from '@/testing/people'
import { decide, later, lineOf, NOON, newInvoice, registerLines } from '@/testing/registrations'
import { findOwn, listOwn } from '../queries/own'
import { appealRefusal } from './appeal'
import { sendBetterFile } from './better-file'
import { withdrawRegistration } from './withdraw'

const { db, as } = testDatabase()
let reviewer: string
beforeAll(async () => {
  await seedProgramme(as.owner)
  reviewer = (await aReviewer(db)).id
})

const reasonOf = (needy: Promise<unknown>) =>
  needy.then(
    () => 'done',
    (error) => error.reason ?? error,
  )
const row = async (id: string) => (await db.select().from(registrations).where(eq(registrations.id, id)))[0]
const logged = async (id: string) =>
  (await db.select().from(logEntries).where(eq(logEntries.subjectId, id))).map(({ action }) => action)
const UNKNOWN_ID = '00000000-0000-4000-8000-000000000000'

/** A member with one registration on which `outcome` was decided. */
async function aDecided(outcome?: 'verified' | 'refused' | 'needs_attention') {
  const member = await aMember(db, {}, NOON)
  const [id = ''] = await registerLines(db, member, [lineOf()])
  if (outcome) await decide(db, reviewer, id, outcome)
  return { member, id }
}

describe('withdrawing', () => {
  test.each([undefined, 'verified', 'refused', 'needs_attention'] as const)(
    'works when it was decided as %s, and is in its history and the log',
    async (outcome) => {
      const { member, id } = await aDecided(outcome)
      await withdrawRegistration(member, id, later(90))
      expect(await row(id)).toMatchObject({ state: 'withdrawn', waitingSince: null })
      expect((await findOwn(member, id, later(120)))?.history.at(-1)).toMatchObject({
        what: 'withdrawn',
        at: later(90),
      })
      expect(await logged(id)).toEqual(['registration.made', 'registration.withdrawn'])
    },
  )

  test('withdrawing a verified product leaves the status as it is until the term ends', async () => {
    const member = await aMember(db, {}, NOON)
    const ids = await registerLines(db, member, [lineOf(), lineOf(), lineOf({ model: '20-60' })])
    for (const id of ids) await decide(db, reviewer, id, 'verified')
    await db.transaction((tx) => recalculateStatus(tx, member.ownMemberId, later(60)))
    await withdrawRegistration(member, String(ids[0]), later(90))
    const [membership] = await db
      .select()
      .from(memberships)
      .where(eq(memberships.memberId, member.ownMemberId))
    expect(membership).toMatchObject({ status: 'silver', firstVerifiedOn: '2026-06-15' })
  })

  test('is refused for a second click, an ended registration, another member’s and a malformed id', async () => {
    const { member, id } = await aDecided()
    const clicks = [withdrawRegistration(member, id, later(90)), withdrawRegistration(member, id, later(90))]
    expect((await Promise.all(clicks.map(reasonOf))).sort()).toEqual(['alreadyWithdrawn', 'done'])
    const sold = await aDecided('verified')
    await db.update(registrations).set({ state: 'sold' }).where(eq(registrations.id, sold.id))
    expect(await reasonOf(withdrawRegistration(sold.member, sold.id, later(90)))).toBe('alreadyEnded')
    for (const otherId of [sold.id, UNKNOWN_ID, 'x', "1' or '1'='1"])
      expect(await reasonOf(withdrawRegistration(member, otherId, later(90)))).toBe('notFound')
    expect(await row(sold.id)).toMatchObject({ state: 'sold' })
  })
})

describe('an appeal', () => {
  test('brings a refused registration back to the reviewers, with the member’s words', async () => {
    const { member, id } = await aDecided('refused')
    expect(await findOwn(member, id, later(120))).toMatchObject({ next: 'appeal' })
    await appealRefusal(member, id, 'The dealer has confirmed it.', later(90))
    expect(await row(id)).toMatchObject({
      state: 'pending',
      waitingSince: later(90),
      appealedAt: later(90),
      decidedAt: later(60),
    })
    const found = await findOwn(member, id, later(120))
    expect(found?.next).toBe('wait')
    expect(found?.history.map(({ what }) => what)).toEqual(['registered', 'refused', 'appealed'])
    expect(found?.history.at(-1)?.note).toBe('The dealer has confirmed it.')
    expect(await logged(id)).toContain('registration.appealed')
  })

  test('is possible once, also with two clicks at once', async () => {
    const { member, id } = await aDecided('refused')
    const clicks = [
      appealRefusal(member, id, 'Why?', later(90)),
      appealRefusal(member, id, 'Why?', later(90)),
    ]
    expect((await Promise.all(clicks.map(reasonOf))).sort()).toEqual(['alreadyAppealed', 'done'])
    await decide(db, reviewer, id, 'refused', later(120))
    expect(await reasonOf(appealRefusal(member, id, 'Again', later(150)))).toBe('alreadyAppealed')
    expect(await findOwn(member, id, later(120))).toMatchObject({ state: 'refused', next: 'none' })
  })

  test('needs a refusal of one’s own', async () => {
    const { member, id } = await aDecided('needs_attention')
    expect(await reasonOf(appealRefusal(member, id, 'Why?', later(90)))).toBe('nothingToAppeal')
    const other = await aDecided('refused')
    for (const otherId of [other.id, UNKNOWN_ID, 'x'])
      expect(await reasonOf(appealRefusal(member, otherId, 'Why?', later(90)))).toBe('notFound')
    expect(await row(other.id)).toMatchObject({ state: 'refused', appealedAt: null })
  })
})

describe('a better file', () => {
  test('moves everything that needs attention on that invoice in one step, and leaves the rest', async () => {
    const member = await aMember(db, {}, NOON)
    const [needy = '', needyToo = '', fine = '', waiting = ''] = await registerLines(db, member, [
      lineOf(),
      lineOf(),
      lineOf(),
      lineOf(),
    ])
    const [elsewhere = ''] = await registerLines(db, member, [lineOf()])
    for (const id of [needy, needyToo, elsewhere]) await decide(db, reviewer, id, 'needs_attention')
    await decide(db, reviewer, fine, 'verified')
    const before = await row(waiting)
    const file = await newInvoice(db, member)

    expect((await sendBetterFile(member, needy, file, later(90))).sort()).toEqual([needy, needyToo].sort())
    for (const id of [needy, needyToo]) {
      expect(await row(id)).toMatchObject({ state: 'pending', invoiceId: file, waitingSince: later(90) })
      expect((await findOwn(member, id, later(120)))?.history.at(-1)?.what).toBe('file-sent')
      expect(await logged(id)).toContain('registration.file-sent')
    }
    expect(await row(waiting)).toEqual(before)
    expect(await row(fine)).toMatchObject({ state: 'verified', invoiceId: before?.invoiceId })
    expect(await row(elsewhere)).toMatchObject({ state: 'needs_attention' })
  })

  test('also replaces an unreadable one, before anybody asked', async () => {
    const { member, id } = await aDecided()
    const old = String((await row(id))?.invoiceId)
    await db.update(invoices).set({ state: 'unreadable', problem: 'damaged' }).where(eq(invoices.id, old))
    expect(await findOwn(member, id, later(120))).toMatchObject({ next: 'send-file' })
    const file = await newInvoice(db, member)
    await sendBetterFile(member, id, file, later(90))
    expect(await row(id)).toMatchObject({ state: 'pending', invoiceId: file })
  })

  test('is refused for a second click and when nobody asked', async () => {
    const { member, id } = await aDecided('needs_attention')
    const [one, two] = [await newInvoice(db, member), await newInvoice(db, member)]
    const clicks = [sendBetterFile(member, id, one, later(90)), sendBetterFile(member, id, two, later(90))]
    expect((await Promise.all(clicks.map(reasonOf))).sort()).toEqual(['done', 'noFileAsked'])
  })

  test('must be a different file', async () => {
    const { member, id } = await aDecided('needs_attention')
    const same = String((await row(id))?.invoiceId)
    await db
      .update(invoices)
      .set({ state: 'ready', pagesMadeAt: later(1) })
      .where(eq(invoices.id, same))
    expect(await reasonOf(sendBetterFile(member, id, same, later(90)))).toBe('sameFile')
    expect(await row(id)).toMatchObject({ state: 'needs_attention' })
  })

  test('must be the member’s own, for their own registration', async () => {
    const { member, id } = await aDecided('needs_attention')
    const other = await aDecided('needs_attention')
    const [mine, theirs] = [await newInvoice(db, member), await newInvoice(db, other.member)]
    expect(await reasonOf(sendBetterFile(member, id, theirs, later(90)))).toBe('notFound')
    expect(await reasonOf(sendBetterFile(member, other.id, mine, later(90)))).toBe('notFound')
    expect(await reasonOf(sendBetterFile(member, 'x', mine, later(90)))).toBe('notFound')
    expect(await reasonOf(sendBetterFile(member, id, 'x', later(90)))).toBe('notFound')
    expect(await row(other.id)).toMatchObject({ state: 'needs_attention' })
  })
})

describe('what a member reads', () => {
  test('is their own list with reason and next step, in their language', async () => {
    const member = await aMember(db, { language: 'de' }, NOON)
    const [id = ''] = await registerLines(db, member, [lineOf()])
    await registerLines(db, await aMember(db, {}, NOON), [lineOf()])
    await decide(db, reviewer, id, 'needs_attention')
    const [german, ...rest] = await listOwn(member, later(120))
    expect(rest).toEqual([])
    expect(german).toMatchObject({
      id,
      next: 'send-file',
      lastDecision: { sentence: 'The date is cut off.' },
    })
    const [english] = await listOwn(member, later(120), 'en')
    expect(german?.lastDecision?.reason).not.toBe(english?.lastDecision?.reason)
  })

  test('never reveals who decided', async () => {
    const { member, id } = await aDecided('refused')
    expect(
      JSON.stringify([await listOwn(member, later(120)), await findOwn(member, id, later(120))]),
    ).not.toContain(reviewer)
  })

  test('is not found when it is somebody else’s or has a malformed id', async () => {
    const { member } = await aDecided()
    const other = await aDecided()
    for (const otherId of [other.id, UNKNOWN_ID, 'x'])
      expect(await findOwn(member, otherId, later(120))).toBeNull()
  })

  test('shows whether a verified product counts, and until or from when', async () => {
    const member = await aMember(db, {}, NOON)
    const [id = ''] = await registerLines(db, member, [lineOf({ model: 'DC-S9' })])
    await decide(db, reviewer, id, 'verified')
    const nextOf = async (qualifyingFrom: string | null, qualifyingTo: string | null = null) => {
      await db.update(products).set({ qualifyingFrom, qualifyingTo }).where(eq(products.modelNumber, 'DC-S9'))
      const { next, nextDay } = (await findOwn(member, id, later(120))) ?? {}
      return [next, nextDay]
    }
    expect(await nextOf('2026-01-01')).toEqual(['counts', null])
    expect(await nextOf('2026-01-01', '2026-06-15')).toEqual(['counts-until', '2027-06-14'])
    expect(await nextOf('2026-01-01', '2026-06-14')).toEqual(['counted-until', '2026-06-14'])
    expect(await nextOf('2026-07-01')).toEqual(['counts-from', '2026-07-01'])
    expect(await nextOf(null)).toEqual(['does-not-count', null])
  })
})
