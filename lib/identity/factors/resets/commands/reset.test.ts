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
import { createRecoveryCodes } from '../../codes/commands/make'
import { factorsOf } from '../../queries'
import { findFactorResetOf, findOwnFactorReset, listOpenFactorResets } from '../queries'
import { FACTOR_RESET_DELAY } from '../rules'
import { requestFactorReset, requestFactorResetFor } from './ask'
import { cancelFactorReset, cancelFactorResetOnUse, cancelOwnFactorReset } from './cancel'
import { carryOutFactorResets } from './carry-out'
import { confirmFactorReset } from './confirm'

const { db, as } = testDatabase()
const at = new Date('2026-11-24T10:00:00Z')
const later = (ms: number) => new Date(at.getTime() + ms)
let [one, two, three]: Admin[] = []
let reviewer: Reviewer

/** Exactly three admins, and a reviewer with an app. */
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
const signInByCode = (who = reviewer) => halfSignedIn(db, who, at)
const openResetId = async (id = reviewer.id) => (await findFactorResetOf(admins()[0], id))?.id ?? ''
const actions = async (id = reviewer.id) =>
  (await db.select().from(logEntries).where(eq(logEntries.subjectId, id)))
    .map(({ action }) => action)
    .filter((action) => action.startsWith('factor-reset.'))
/** Counts the mails of a stage per recipient, the person first. */
async function countMails(stage: string) {
  const rows = await db.select().from(mails).where(eq(mails.template, 'factor-reset'))
  const ids = rows.filter(({ about }) => about.stage === stage).map(({ accountId }) => accountId)
  return [reviewer, ...admins()].map(({ id }) => ids.filter((to) => to === id).length)
}
const requestReset = async () => {
  await requestFactorReset(await signInByCode(), at)
  return openResetId()
}
const requestAndConfirm = async () => {
  const id = await requestReset()
  await confirmFactorReset(admins()[0], id, at)
  return id
}

describe('asking', () => {
  test('by somebody signed in by code changes nothing yet, and notifies them and all admins', async () => {
    await requestReset()
    expect(await findOwnFactorReset(reviewer)).toMatchObject({ askedAt: at, dueAt: null, byThemselves: true })
    expect(await factorsOf(reviewer)).toMatchObject({ app: true })
    expect(await countMails('asked')).toEqual([1, 1, 1, 1])
    expect(await actions()).toEqual(['factor-reset.asked'])
    expect(await carryOutFactorResets(later(100 * FACTOR_RESET_DELAY), as.worker)).toEqual([])
  })

  test('creates one open request, also when two tabs ask at once', async () => {
    const both = await Promise.allSettled([
      requestFactorReset(await signInByCode(), at),
      requestFactorReset(await signInByCode(), at),
    ])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { reason: 'resetOpen' },
    })
    expect(await countMails('asked')).toEqual([1, 1, 1, 1])
  })

  test('is for staff who have a factor to lose', async () => {
    await expect(requestFactorReset(await signInByCode(await aReviewer(db)), at)).rejects.toMatchObject({
      reason: 'resetNothing',
    })
    expectTypeOf<Member>().not.toExtend<StaffPerson>()
    expectTypeOf(requestFactorReset).parameter(0).toEqualTypeOf<StaffPerson>()
  })

  test('is limited, so that a mailbox cannot be used to spam everybody', async () => {
    for (let count = 0; count < 5; count++) {
      await requestReset()
      await cancelOwnFactorReset(reviewer, at)
    }
    await expect(requestFactorReset(await signInByCode(), at)).rejects.toMatchObject({ reason: 'tooMany' })
  })

  test('by an admin for somebody else needs a reason and a fresh factor', async () => {
    const [admin] = admins()
    const input = { account: reviewer.id, reason: 'Lost the phone' }
    await expect(requestFactorResetFor({ ...admin, factorAt: undefined }, input, at)).rejects.toMatchObject({
      reason: 'stepUp',
    })
    await expect(requestFactorResetFor(admin, { ...input, account: admin.id }, at)).rejects.toMatchObject({
      reason: 'resetOwn',
    })
    for (const account of [randomUUID(), (await aMember(db)).id])
      await expect(requestFactorResetFor(admin, { ...input, account }, at)).rejects.toMatchObject({
        reason: 'notFound',
      })
    await requestFactorResetFor(admin, input, at)
    await expect(requestFactorResetFor(admin, input, at)).rejects.toMatchObject({ reason: 'resetOpen' })
    expect(await listOpenFactorResets(admin)).toMatchObject([{ reason: 'Lost the phone', stage: 'asked' }])
  })

  test('is refused when nobody could confirm', async () => {
    const [admin, ...others] = admins()
    const ids = others.map(({ id }) => id)
    await db.update(accounts).set({ disabledAt: at }).where(inArray(accounts.id, ids))
    const input = { account: reviewer.id, reason: 'Lost the phone' }
    await expect(requestFactorResetFor(admin, input, at)).rejects.toMatchObject({
      reason: 'resetWithoutSecondAdmin',
    })
    await expect(requestFactorReset(await halfSignedIn(db, admin, at), at)).rejects.toMatchObject({
      reason: 'resetWithoutAdmin',
    })
    // The person who asks and the only admin are two people.
    await confirmFactorReset(admin, await requestReset(), at)
  })
})

describe('confirming', () => {
  test('needs a second person, and starts the 24 hours', async () => {
    await requestAndConfirm()
    expect(await findOwnFactorReset(reviewer)).toMatchObject({
      confirmedAt: at,
      dueAt: later(FACTOR_RESET_DELAY),
    })
    expect(await factorsOf(reviewer)).toMatchObject({ app: true })
    expect(await countMails('confirmed')).toEqual([1, 1, 1, 1])
    expect(await actions()).toEqual(['factor-reset.asked', 'factor-reset.confirmed'])
  })

  test('needs a fresh factor: a code from the mailbox is not enough', async () => {
    const id = await requestReset()
    for (const factorAt of [undefined, later(-6 * 60_000)])
      await expect(confirmFactorReset({ ...admins()[0], factorAt }, id, at)).rejects.toMatchObject({
        reason: 'stepUp',
      })
  })

  test('is refused for the requester, also in a second tab', async () => {
    const [admin, other] = admins()
    await requestFactorResetFor(admin, { account: reviewer.id, reason: 'Lost the phone' }, at)
    const id = await openResetId()
    const tab = { ...admin, sessionId: randomUUID() }
    for (const again of [admin, tab])
      await expect(confirmFactorReset(again, id, at)).rejects.toMatchObject({ reason: 'resetSamePerson' })
    await confirmFactorReset(other, id, at)
  })

  test('is refused for another account of the same person', async () => {
    const member = await aMember(db)
    const own = { ownMemberId: member.ownMemberId }
    const linked = await anAdmin(db, { factorAt: at, ...own })
    const second = await aReviewer(db, own)
    await anApp(db, second, at)
    await requestFactorReset(await signInByCode(second), at)
    const id = await openResetId(second.id)
    await expect(confirmFactorReset(linked, id, at)).rejects.toMatchObject({ reason: 'resetSamePerson' })
    await cancelFactorReset(admins()[0], id, at)
    const asker = await anAdmin(db, { factorAt: at, ...own })
    await requestFactorResetFor(asker, { account: reviewer.id, reason: 'Lost the phone' }, at)
    await expect(confirmFactorReset(linked, await openResetId(), at)).rejects.toMatchObject({
      reason: 'resetSamePerson',
    })
  })

  test('is refused for somebody who is no longer an admin, though their page is still open', async () => {
    const id = await requestReset()
    const [admin] = admins()
    await db.update(accounts).set({ disabledAt: at }).where(eq(accounts.id, admin.id))
    await expect(confirmFactorReset(admin, id, at)).rejects.toMatchObject({ reason: 'notAllowed' })
  })

  test('happens once, also when two do it at once, and not for an unknown request', async () => {
    const id = await requestReset()
    const [first, second] = admins()
    const both = await Promise.allSettled([
      confirmFactorReset(first, id, at),
      confirmFactorReset(second, id, at),
    ])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { reason: 'resetOver' },
    })
    expect(await countMails('confirmed')).toEqual([1, 1, 1, 1])
    await expect(confirmFactorReset(first, randomUUID(), at)).rejects.toMatchObject({ reason: 'notFound' })
  })
})

describe('cancelling', () => {
  test('takes one click by somebody signed in by code', async () => {
    const id = await requestAndConfirm()
    await cancelOwnFactorReset(await signInByCode(), later(1000))
    expect(await countMails('cancelled')).toEqual([1, 1, 1, 1])
    expect(await findFactorResetOf(admins()[0], reviewer.id)).toMatchObject({ id, stage: 'cancelled' })
    await expect(cancelOwnFactorReset(reviewer, at)).rejects.toMatchObject({ reason: 'resetOver' })
    expect(await carryOutFactorResets(later(2 * FACTOR_RESET_DELAY), as.worker)).toEqual([])
    expect(await factorsOf(reviewer)).toMatchObject({ app: true })
  })

  test('is allowed to any admin, but not to a stranger', async () => {
    const id = await requestAndConfirm()
    const stranger = await aReviewer(db)
    await expect(cancelOwnFactorReset(stranger, at)).rejects.toMatchObject({ reason: 'resetOver' })
    await cancelFactorReset(admins()[2], id, at)
    await expect(cancelFactorReset(admins()[2], id, at)).rejects.toMatchObject({ reason: 'resetOver' })
    await expect(cancelFactorReset(admins()[2], randomUUID(), at)).rejects.toMatchObject({
      reason: 'resetOver',
    })
    await requestReset() // it can be requested again
  })

  test('happens automatically when the person shows a factor', async () => {
    await requestAndConfirm()
    expect(await db.transaction((tx) => cancelFactorResetOnUse(tx, reviewer, at))).toBe(true)
    expect(await countMails('cancelled')).toEqual([1, 1, 1, 1])
    expect(await db.transaction((tx) => cancelFactorResetOnUse(tx, reviewer, at))).toBe(false)
  })
})

describe('carrying out', () => {
  test('happens 24 hours after the confirmation, once, and ends factors and sessions', async () => {
    await createRecoveryCodes({ ...reviewer, factorAt: at }, at)
    await db.insert(passkeys).values(anAuthenticator().row(reviewer.id))
    await requestAndConfirm()
    await signInByCode()
    expect(await carryOutFactorResets(later(FACTOR_RESET_DELAY - 1), as.worker)).toEqual([])
    const due = later(FACTOR_RESET_DELAY)
    const both = await Promise.all([
      carryOutFactorResets(due, as.worker),
      carryOutFactorResets(due, as.worker),
    ])
    expect(both.flat()).toEqual([reviewer.id])
    expect(await factorsOf(reviewer)).toEqual({ passkeys: [], app: false, recoveryCodes: 0, sso: false })
    expect(await db.select().from(authenticators).where(eq(authenticators.accountId, reviewer.id))).toEqual(
      [],
    )
    expect(await db.select().from(sessions).where(eq(sessions.accountId, reviewer.id))).toEqual([])
    expect(await countMails('done')).toEqual([1, 1, 1, 1])
    expect(await carryOutFactorResets(later(2 * FACTOR_RESET_DELAY), as.worker)).toEqual([])
    await anApp(db, reviewer, later(FACTOR_RESET_DELAY)) // they enrol again
    expect(await findFactorResetOf(admins()[0], reviewer.id)).toMatchObject({ stage: 'done' })
  })

  test('and cancelling at once leave everything, or nothing', async () => {
    for (let round = 0; round < 5; round++) {
      await as.owner.delete(factorResets)
      await requestAndConfirm()
      const due = later(FACTOR_RESET_DELAY)
      const [done, cancelled] = await Promise.allSettled([
        carryOutFactorResets(due, as.worker),
        cancelOwnFactorReset(reviewer, due),
      ])
      const removed = done.status === 'fulfilled' && done.value.length === 1
      expect(cancelled.status).toBe(removed ? 'rejected' : 'fulfilled')
      expect((await factorsOf(reviewer)).app).toBe(!removed)
      if (removed) await anApp(db, reviewer, at)
    }
  })

  test('leaves everybody else alone', async () => {
    const other = await aReviewer(db)
    await anApp(db, other, at)
    await createRecoveryCodes({ ...other, factorAt: at }, at)
    await requestAndConfirm()
    await carryOutFactorResets(later(FACTOR_RESET_DELAY), as.worker)
    expect(await factorsOf(other)).toMatchObject({ app: true, recoveryCodes: 10 })
  })
})

describe('the database', () => {
  const broken = (constraint: string) => ({ cause: { constraint } })
  const change = (id: string, values: Partial<typeof factorResets.$inferInsert>, on = as.owner) =>
    on.update(factorResets).set(values).where(eq(factorResets.id, id))

  test('requires two people, reasons, complete timestamps and a full day', async () => {
    const id = await requestReset()
    const admin = admins()[0].id
    const refused = [
      [{ confirmedBy: reviewer.id, confirmedAt: at }, 'factor_resets_two_people'],
      [{ confirmedBy: admin }, 'factor_resets_confirmed_whole'],
      [{ confirmedBy: admin, confirmedAt: later(-1) }, 'factor_resets_confirmed_after_asking'],
      [{ cancelledAt: at }, 'factor_resets_cancelled_whole'],
      [{ reason: 'Why not' }, 'factor_resets_asked_with_reason'],
      [{ askedBy: admin }, 'factor_resets_asked_with_reason'],
      [{ askedBy: admin, reason: ' ' }, 'factor_resets_reason'],
      [{ doneAt: later(FACTOR_RESET_DELAY) }, 'factor_resets_done_after_a_day'],
      [
        { confirmedBy: admin, confirmedAt: at, doneAt: later(FACTOR_RESET_DELAY - 1) },
        'factor_resets_done_after_a_day',
      ],
    ] as const
    for (const [values, constraint] of refused)
      await expect(change(id, values), constraint).rejects.toMatchObject(broken(constraint))
    await confirmFactorReset(admins()[0], id, at)
    const twice = { cancelledBy: admin, cancelledAt: at, doneAt: later(FACTOR_RESET_DELAY) }
    await expect(change(id, twice)).rejects.toMatchObject(broken('factor_resets_ends_once'))
  })

  test('lets neither the web server carry out a reset nor the worker confirm one', async () => {
    const id = await requestAndConfirm()
    const denied = { cause: { code: '42501' } }
    await expect(change(id, { doneAt: later(FACTOR_RESET_DELAY) }, db)).rejects.toMatchObject(denied)
    await expect(change(id, { askedAt: later(-1) }, db)).rejects.toMatchObject(denied)
    await expect(change(id, { confirmedAt: at }, as.worker)).rejects.toMatchObject(denied)
    await expect(db.delete(factorResets)).rejects.toMatchObject(denied)
  })
})
