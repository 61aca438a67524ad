import { eq } from 'drizzle-orm'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { seedProgramme } from '@/bin/seed/programme'
import { accounts, centres, confirmationPeople, logEntries, sessions } from '@/db/schema'
import type { Desk } from '@/lib/actor'
import { brokenConstraint } from '@/lib/errors'
import { openSession } from '@/lib/identity/commands/sign-in'
import { aLedCentre, aList } from '@/testing/confirmations'
import { testDatabase } from '@/testing/database'
import { aDesk, anAdmin } from '@/testing/people'
import { confirmationOfLead } from '../queries'
import { answerConfirmation } from './answer'

const { db, as } = testDatabase()
const at = new Date('2026-10-02T10:00:00Z')
let lead: Desk
let colleague: Desk
let own: string
let theirs: string
let centreId: string
beforeAll(() => seedProgramme(as.owner))
beforeEach(async () => {
  ;({ lead, colleague, centreId } = await aLedCentre(as.owner))
  const { lines } = await aList(as.owner, centreId, [lead, colleague], at)
  ;[own = '', theirs = ''] = lines
})

const answer = (who: Parameters<typeof answerConfirmation>[0], id: string, what: 'confirmed' | 'removed') =>
  answerConfirmation(who, { id, answer: what }, at)
const line = async (id: string) =>
  (await db.select().from(confirmationPeople).where(eq(confirmationPeople.id, id)))[0]
const account = async (id: string) => (await db.select().from(accounts).where(eq(accounts.id, id)))[0]
const loggedActs = async (id: string) =>
  (await db.select().from(logEntries).where(eq(logEntries.subjectId, id))).map(
    ({ action, actorId, reason }) => [action, actorId, reason],
  )

test('the lead confirms somebody, and themselves', async () => {
  await answer(lead, theirs, 'confirmed')
  await answer(lead, own, 'confirmed')
  expect(await line(theirs)).toMatchObject({ answer: 'confirmed', answeredBy: lead.id, answeredAt: at })
  expect(await loggedActs(colleague.id)).toEqual([['confirmation.answered', lead.id, null]])
  expect((await account(colleague.id))?.disabledAt).toBeNull()
  expect((await confirmationOfLead(lead, at))?.list).toMatchObject({ state: 'done', open: 0, all: 2 })
})

test('a removed person is disabled and signed out at once', async () => {
  await openSession(db, colleague.id, 'Test', at, at)
  await answer(lead, theirs, 'removed')
  expect((await account(colleague.id))?.disabledAt).toEqual(at)
  expect(await db.select().from(sessions).where(eq(sessions.accountId, colleague.id))).toEqual([])
  expect(await loggedActs(colleague.id)).toContainEqual(['staff.disabled', lead.id, 'no longer here'])
  expect(await line(theirs)).toMatchObject({ answer: 'removed', answeredBy: lead.id })
})

test('an admin may answer too, and may remove the lead, who then no longer leads', async () => {
  const admin = await anAdmin(db)
  await answer(admin, theirs, 'confirmed')
  await answer(admin, own, 'removed')
  expect((await account(lead.id))?.disabledAt).toEqual(at)
  const [centre] = await db.select().from(centres).where(eq(centres.id, centreId))
  expect(centre?.leadId).toBeNull()
})

describe('nothing is changed', () => {
  test('when the lead would remove themselves', async () => {
    await expect(answer(lead, own, 'removed')).rejects.toMatchObject({ reason: 'ownRole' })
    expect(await line(own)).toMatchObject({ answer: null })
    expect((await account(lead.id))?.disabledAt).toBeNull()
    const forced = db
      .update(confirmationPeople)
      .set({ answer: 'removed', answeredBy: lead.id, answeredAt: at })
      .where(eq(confirmationPeople.id, own))
      .then(() => undefined, brokenConstraint)
    expect(await forced).toBe('confirmation_people_nobody_removes_themselves')
  })

  test('by a colleague, another centre’s lead, or about a line that does not exist', async () => {
    const other = await aLedCentre(as.owner)
    for (const who of [colleague, other.lead, await aDesk(as.owner)])
      await expect(answer(who, theirs, 'removed')).rejects.toMatchObject({ reason: 'notFound' })
    await expect(answer(lead, crypto.randomUUID(), 'removed')).rejects.toMatchObject({ reason: 'notFound' })
    expect(await line(theirs)).toMatchObject({ answer: null })
  })

  test('by a second click, or by the slower of two', async () => {
    const admin = await anAdmin(db)
    const both = await Promise.allSettled([
      answer(lead, theirs, 'removed'),
      answer(admin, theirs, 'confirmed'),
    ])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    await expect(answer(lead, theirs, 'confirmed')).rejects.toMatchObject({ reason: 'alreadyDone' })
    const rows = (await loggedActs(colleague.id)).filter(([action]) => String(action).startsWith('staff.'))
    expect(rows).toHaveLength(1)
  })

  test('when the person is disabled or at another centre meanwhile', async () => {
    await db.update(accounts).set({ disabledAt: at }).where(eq(accounts.id, colleague.id))
    await expect(answer(lead, theirs, 'confirmed')).rejects.toMatchObject({ reason: 'personGone' })
    const { centreId: elsewhere } = await aDesk(as.owner)
    await db
      .update(accounts)
      .set({ disabledAt: null, centreId: elsewhere })
      .where(eq(accounts.id, colleague.id))
    await expect(answer(lead, theirs, 'removed')).rejects.toMatchObject({ reason: 'personGone' })
    expect((await confirmationOfLead(lead, at))?.list).toMatchObject({ open: 1, all: 2 })
  })

  test('on a list that a newer one has replaced', async () => {
    await aList(as.owner, centreId, [lead], new Date('2027-01-01T10:00:00Z'))
    await expect(answer(lead, theirs, 'confirmed')).rejects.toMatchObject({ reason: 'listOver' })
  })
})
