import { randomUUID } from 'node:crypto'
import { eq, inArray } from 'drizzle-orm'
import { beforeEach, describe, expect, expectTypeOf, test } from 'vitest'
import { seedProgramme } from '@/bin/seed/programme'
import { accounts, authenticators, factorResets, logEntries, mails, passkeys, sessions } from '@/db/schema'
import type { Admin, Member, Reviewer, StaffPerson } from '@/lib/actor'
import { anApp, halfSignedIn } from '@/testing/authenticator-apps'
import { testDatabase } from '@/testing/database'
import { anAuthenticator } from '@/testing/factors'
import { aMember, anAdmin, aReviewer } from '@/testing/people'
import { makeCodes } from '../../codes/commands/make'
import { factorsOf } from '../../queries'
import { openResets, ownReset, resetOf } from '../queries'
import { RESET_DELAY } from '../rules'
import { askForReset, askForResetOf } from './ask'
import { cancelAsShown, cancelOwnReset, cancelReset } from './cancel'
import { carryOutResets } from './carry-out'
import { confirmReset } from './confirm'

const { db, as } = testDatabase()
const at = new Date('2026-11-24T10:00:00Z')
const later = (ms: number) => new Date(at.getTime() + ms)
let [one, two, three]: Admin[] = []
let reviewer: Reviewer

/** Three admins and nobody else who is one, and somebody with an app. */
beforeEach(async () => {
  await seedProgramme(as.owner)
  await as.owner.delete(factorResets)
  await db.update(accounts).set({ disabledAt: at }).where(eq(accounts.role, 'admin'))
  one = await anAdmin(db, { factorAt: at })
  two = await anAdmin(db, { factorAt: at })
  three = await anAdmin(db, { factorAt: at })
  reviewer = await aReviewer(db)
  await anApp(db, reviewer, at)
})

const admins = () => [one, two, three] as [Admin, Admin, Admin]
const half = (who = reviewer) => halfSignedIn(db, who, at)
const opened = async (id = reviewer.id) => (await resetOf(admins()[0], id))?.id ?? ''
const actions = async (id = reviewer.id) =>
  (await db.select().from(logEntries).where(eq(logEntries.subjectId, id)))
    .map(({ action }) => action)
    .filter((action) => action.startsWith('factor.reset'))
/** Who was told what, the person first. */
async function told(stage: string) {
  const rows = await db.select().from(mails).where(eq(mails.template, 'factor-reset'))
  const ids = rows.filter(({ about }) => about.stage === stage).map(({ accountId }) => accountId)
  return [reviewer, ...admins()].map(({ id }) => ids.filter((to) => to === id).length)
}
const asked = async () => {
  await askForReset(await half(), at)
  return opened()
}
const confirmed = async () => {
  const id = await asked()
  await confirmReset(admins()[0], id, at)
  return id
}

describe('asking', () => {
  test('by whoever signed in by code changes nothing yet, and is told to them and to all admins', async () => {
    await asked()
    expect(await ownReset(reviewer)).toMatchObject({ askedAt: at, dueAt: null, byThemselves: true })
    expect(await factorsOf(reviewer)).toMatchObject({ app: true })
    expect(await told('asked')).toEqual([1, 1, 1, 1])
    expect(await actions()).toEqual(['factor-reset.asked'])
    expect(await carryOutResets(later(100 * RESET_DELAY), as.worker)).toEqual([])
  })

  test('is open once, also when two tabs ask at once', async () => {
    const both = await Promise.allSettled([askForReset(await half(), at), askForReset(await half(), at)])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { reason: 'resetOpen' },
    })
    expect(await told('asked')).toEqual([1, 1, 1, 1])
  })

  test('is for staff who have a factor to lose', async () => {
    await expect(askForReset(await half(await aReviewer(db)), at)).rejects.toMatchObject({
      reason: 'resetNothing',
    })
    expectTypeOf<Member>().not.toExtend<StaffPerson>()
    expectTypeOf(askForReset).parameter(0).toEqualTypeOf<StaffPerson>()
  })

  test('is limited, so that a mailbox cannot be used to pester everybody', async () => {
    for (let count = 0; count < 5; count++) {
      await asked()
      await cancelOwnReset(reviewer, at)
    }
    await expect(askForReset(await half(), at)).rejects.toMatchObject({ reason: 'tooMany' })
  })

  test('by an admin for somebody else wants a reason and a fresh factor', async () => {
    const [admin] = admins()
    const input = { account: reviewer.id, reason: 'Lost the phone' }
    await expect(askForResetOf({ ...admin, factorAt: undefined }, input, at)).rejects.toMatchObject({
      reason: 'stepUp',
    })
    await expect(askForResetOf(admin, { ...input, account: admin.id }, at)).rejects.toMatchObject({
      reason: 'resetOwn',
    })
    for (const account of [randomUUID(), (await aMember(db)).id])
      await expect(askForResetOf(admin, { ...input, account }, at)).rejects.toMatchObject({
        reason: 'notFound',
      })
    await askForResetOf(admin, input, at)
    await expect(askForResetOf(admin, input, at)).rejects.toMatchObject({ reason: 'resetOpen' })
    expect(await openResets(admin)).toMatchObject([{ reason: 'Lost the phone', stage: 'asked' }])
  })

  test('where nobody could confirm it says so', async () => {
    const [admin, ...others] = admins()
    const ids = others.map(({ id }) => id)
    await db.update(accounts).set({ disabledAt: at }).where(inArray(accounts.id, ids))
    const input = { account: reviewer.id, reason: 'Lost the phone' }
    await expect(askForResetOf(admin, input, at)).rejects.toMatchObject({ reason: 'resetWithoutSecondAdmin' })
    await expect(askForReset(await halfSignedIn(db, admin, at), at)).rejects.toMatchObject({
      reason: 'resetWithoutAdmin',
    })
    // Somebody who asks themselves, and the only admin, are two people.
    await confirmReset(admin, await asked(), at)
  })
})

describe('confirming', () => {
  test('takes a second person, and begins the 24 hours', async () => {
    await confirmed()
    expect(await ownReset(reviewer)).toMatchObject({ confirmedAt: at, dueAt: later(RESET_DELAY) })
    expect(await factorsOf(reviewer)).toMatchObject({ app: true })
    expect(await told('confirmed')).toEqual([1, 1, 1, 1])
    expect(await actions()).toEqual(['factor-reset.asked', 'factor-reset.confirmed'])
  })

  test('needs a fresh factor: a code from the mailbox is not enough', async () => {
    const id = await asked()
    for (const factorAt of [undefined, later(-6 * 60_000)])
      await expect(confirmReset({ ...admins()[0], factorAt }, id, at)).rejects.toMatchObject({
        reason: 'stepUp',
      })
  })

  test('is not for whoever asked, in a second tab neither, nor for whose factors they are', async () => {
    const [admin, other] = admins()
    await askForResetOf(admin, { account: reviewer.id, reason: 'Lost the phone' }, at)
    const id = await opened()
    const tab = { ...admin, sessionId: randomUUID() }
    for (const again of [admin, tab])
      await expect(confirmReset(again, id, at)).rejects.toMatchObject({ reason: 'resetSamePerson' })
    await confirmReset(other, id, at)
  })

  test('is not for an account that is linked to the same person', async () => {
    const member = await aMember(db)
    const own = { ownMemberId: member.ownMemberId }
    const linked = await anAdmin(db, { factorAt: at, ...own })
    const second = await aReviewer(db, own)
    await anApp(db, second, at)
    await askForReset(await half(second), at)
    const id = await opened(second.id)
    await expect(confirmReset(linked, id, at)).rejects.toMatchObject({ reason: 'resetSamePerson' })
    await cancelReset(admins()[0], id, at)
    const asker = await anAdmin(db, { factorAt: at, ...own })
    await askForResetOf(asker, { account: reviewer.id, reason: 'Lost the phone' }, at)
    await expect(confirmReset(linked, await opened(), at)).rejects.toMatchObject({
      reason: 'resetSamePerson',
    })
  })

  test('is not for somebody who is no admin any more, though their page is still open', async () => {
    const id = await asked()
    const [admin] = admins()
    await db.update(accounts).set({ disabledAt: at }).where(eq(accounts.id, admin.id))
    await expect(confirmReset(admin, id, at)).rejects.toMatchObject({ reason: 'notAllowed' })
  })

  test('happens once, also when two do it at once, and not for what is none', async () => {
    const id = await asked()
    const [first, second] = admins()
    const both = await Promise.allSettled([confirmReset(first, id, at), confirmReset(second, id, at)])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { reason: 'resetOver' },
    })
    expect(await told('confirmed')).toEqual([1, 1, 1, 1])
    await expect(confirmReset(first, randomUUID(), at)).rejects.toMatchObject({ reason: 'notFound' })
  })
})

describe('cancelling', () => {
  test('takes one press of whoever signed in by code', async () => {
    const id = await confirmed()
    await cancelOwnReset(await half(), later(1000))
    expect(await told('cancelled')).toEqual([1, 1, 1, 1])
    expect(await resetOf(admins()[0], reviewer.id)).toMatchObject({ id, stage: 'cancelled' })
    await expect(cancelOwnReset(reviewer, at)).rejects.toMatchObject({ reason: 'resetOver' })
    expect(await carryOutResets(later(2 * RESET_DELAY), as.worker)).toEqual([])
    expect(await factorsOf(reviewer)).toMatchObject({ app: true })
  })

  test('is for any admin, and for nobody else’s', async () => {
    const id = await confirmed()
    const stranger = await aReviewer(db)
    await expect(cancelOwnReset(stranger, at)).rejects.toMatchObject({ reason: 'resetOver' })
    await cancelReset(admins()[2], id, at)
    await expect(cancelReset(admins()[2], id, at)).rejects.toMatchObject({ reason: 'resetOver' })
    await expect(cancelReset(admins()[2], randomUUID(), at)).rejects.toMatchObject({ reason: 'resetOver' })
    await asked() // and it can be asked for again
  })

  test('comes by itself when the person shows a factor', async () => {
    await confirmed()
    expect(await db.transaction((tx) => cancelAsShown(tx, reviewer, at))).toBe(true)
    expect(await told('cancelled')).toEqual([1, 1, 1, 1])
    expect(await db.transaction((tx) => cancelAsShown(tx, reviewer, at))).toBe(false)
  })
})

describe('carrying out', () => {
  test('comes 24 hours after the confirmation, once, and ends factors and sessions', async () => {
    await makeCodes({ ...reviewer, factorAt: at }, at)
    await db.insert(passkeys).values(anAuthenticator().row(reviewer.id))
    await confirmed()
    await half()
    expect(await carryOutResets(later(RESET_DELAY - 1), as.worker)).toEqual([])
    const due = later(RESET_DELAY)
    const both = await Promise.all([carryOutResets(due, as.worker), carryOutResets(due, as.worker)])
    expect(both.flat()).toEqual([reviewer.id])
    expect(await factorsOf(reviewer)).toEqual({ passkeys: [], app: false, recoveryCodes: 0, sso: false })
    expect(await db.select().from(authenticators).where(eq(authenticators.accountId, reviewer.id))).toEqual(
      [],
    )
    expect(await db.select().from(sessions).where(eq(sessions.accountId, reviewer.id))).toEqual([])
    expect(await told('done')).toEqual([1, 1, 1, 1])
    expect(await carryOutResets(later(2 * RESET_DELAY), as.worker)).toEqual([])
    await anApp(db, reviewer, later(RESET_DELAY)) // they enrol anew
    expect(await resetOf(admins()[0], reviewer.id)).toMatchObject({ stage: 'done' })
  })

  test('and cancelling at once leave all of it, or nothing', async () => {
    for (let round = 0; round < 5; round++) {
      await as.owner.delete(factorResets)
      await confirmed()
      const due = later(RESET_DELAY)
      const [done, cancelled] = await Promise.allSettled([
        carryOutResets(due, as.worker),
        cancelOwnReset(reviewer, due),
      ])
      const gone = done.status === 'fulfilled' && done.value.length === 1
      expect(cancelled.status).toBe(gone ? 'rejected' : 'fulfilled')
      expect((await factorsOf(reviewer)).app).toBe(!gone)
      if (gone) await anApp(db, reviewer, at)
    }
  })

  test('leaves everybody else alone', async () => {
    const other = await aReviewer(db)
    await anApp(db, other, at)
    await makeCodes({ ...other, factorAt: at }, at)
    await confirmed()
    await carryOutResets(later(RESET_DELAY), as.worker)
    expect(await factorsOf(other)).toMatchObject({ app: true, recoveryCodes: 10 })
  })
})

describe('the database', () => {
  const broken = (constraint: string) => ({ cause: { constraint } })
  const change = (id: string, values: Partial<typeof factorResets.$inferInsert>, on = as.owner) =>
    on.update(factorResets).set(values).where(eq(factorResets.id, id))

  test('wants two people, reasons, whole stamps and a whole day', async () => {
    const id = await asked()
    const admin = admins()[0].id
    const refused = [
      [{ confirmedBy: reviewer.id, confirmedAt: at }, 'factor_resets_two_people'],
      [{ confirmedBy: admin }, 'factor_resets_confirmed_whole'],
      [{ confirmedBy: admin, confirmedAt: later(-1) }, 'factor_resets_confirmed_after_asking'],
      [{ cancelledAt: at }, 'factor_resets_cancelled_whole'],
      [{ reason: 'Why not' }, 'factor_resets_asked_with_reason'],
      [{ askedBy: admin }, 'factor_resets_asked_with_reason'],
      [{ askedBy: admin, reason: ' ' }, 'factor_resets_reason'],
      [{ doneAt: later(RESET_DELAY) }, 'factor_resets_done_after_a_day'],
      [
        { confirmedBy: admin, confirmedAt: at, doneAt: later(RESET_DELAY - 1) },
        'factor_resets_done_after_a_day',
      ],
    ] as const
    for (const [values, constraint] of refused)
      await expect(change(id, values), constraint).rejects.toMatchObject(broken(constraint))
    await confirmReset(admins()[0], id, at)
    const twice = { cancelledBy: admin, cancelledAt: at, doneAt: later(RESET_DELAY) }
    await expect(change(id, twice)).rejects.toMatchObject(broken('factor_resets_ends_once'))
  })

  test('lets neither the web server carry one out nor the worker confirm', async () => {
    const id = await confirmed()
    const denied = { cause: { code: '42501' } }
    await expect(change(id, { doneAt: later(RESET_DELAY) }, db)).rejects.toMatchObject(denied)
    await expect(change(id, { askedAt: later(-1) }, db)).rejects.toMatchObject(denied)
    await expect(change(id, { confirmedAt: at }, as.worker)).rejects.toMatchObject(denied)
    await expect(db.delete(factorResets)).rejects.toMatchObject(denied)
  })
})
