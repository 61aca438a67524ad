import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, expectTypeOf, test } from 'vitest'
import { logEntries, mails, members, membershipActs, memberships } from '@/db/schema'
import type { Admin, Member } from '@/lib/actor'
import { checksOf } from '@/lib/desk/queries'
import { findQueuedMail } from '@/lib/mail/queries'
import { compose } from '@/lib/worker/mails'
import { testDatabase } from '@/testing/database'
import { aMember, anAdmin } from '@/testing/people'
import { changeMembershipState, correctName, sendMailAgain } from './manage'
import { openRecord } from './open'

const { db, as } = testDatabase()
const at = new Date('2026-11-20T10:00:00Z')
const refusal = (reason: string) => expect.objectContaining({ reason })

let admin: Admin
let member: Member
let number: string
beforeEach(async () => {
  admin = await anAdmin(db, { factorAt: at })
  member = await aMember(db, {}, new Date('2026-03-01T09:00:00Z'))
  number = (await membership()).number
})

async function membership() {
  const [row] = await db.select().from(memberships).where(eq(memberships.memberId, member.ownMemberId))
  if (!row) throw new Error('The member has no membership.')
  return row
}
const acts = () => db.select().from(membershipActs).where(eq(membershipActs.memberId, member.ownMemberId))
const mailsNow = () => db.select().from(mails).where(eq(mails.accountId, member.id)).orderBy(mails.createdAt)
const logged = async () =>
  (await db.select().from(logEntries).where(eq(logEntries.actorId, admin.id))).map(({ action }) => action)
const change = (act: 'suspend' | 'lift' | 'end', who = admin) =>
  changeMembershipState(who, { act, number, reason: 'The card was lent.' }, at)

describe('correcting a name', () => {
  const input = () => ({ number, firstName: 'Thea', surname: 'Neumann', reason: 'Married.' })

  test('changes it, stores the reason with the member and not in the log, and notifies the member', async () => {
    await correctName(admin, input(), at)
    const [person] = await db.select().from(members).where(eq(members.id, member.ownMemberId))
    expect(person?.surname).toBe('Neumann')
    const [act] = await acts()
    expect(act).toMatchObject({ kind: 'name-corrected', reason: 'Married.', by: admin.id })
    const [entry] = await db
      .select()
      .from(logEntries)
      .where(eq(logEntries.subjectId, String(act?.id)))
    expect(entry).toMatchObject({ action: 'member.name-corrected', reason: null, actorId: admin.id })
    const mail = (await mailsNow()).find(({ template }) => template === 'membership-changed')
    const queued = await findQueuedMail(as.worker, String(mail?.id))
    expect((queued && (await compose(as.worker, queued, at)))?.text).toContain('Thea Neumann')
  })

  test('to the same name changes nothing, nor does a race', async () => {
    const tries = await Promise.allSettled([correctName(admin, input(), at), correctName(admin, input(), at)])
    expect(tries.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    await expect(correctName(admin, input(), at)).rejects.toThrow(refusal('alreadyDone'))
    expect(await acts()).toHaveLength(1)
  })
})

describe('the state of a membership', () => {
  test('is suspended and lifted again, once each', async () => {
    await expect(change('lift')).rejects.toThrow(refusal('notSuspended'))
    await change('suspend')
    expect((await membership()).suspendedAt).toEqual(at)
    await expect(change('suspend')).rejects.toThrow(refusal('alreadySuspended'))
    await change('lift')
    expect((await membership()).suspendedAt).toBeNull()
    expect((await acts()).map(({ kind }) => kind)).toEqual(['suspended', 'lifted'])
    expect(await logged()).toEqual(['member.suspended', 'member.lifted'])
  })

  test('ends permanently', async () => {
    await change('end')
    expect(await membership()).toMatchObject({ endedOn: '2026-11-20', endedReason: 'The card was lent.' })
    for (const act of ['suspend', 'lift', 'end'] as const)
      await expect(change(act)).rejects.toThrow(refusal('membershipEnded'))
  })

  test('does not end without a fresh factor', async () => {
    const staleAdmin = await anAdmin(db, { factorAt: new Date(at.getTime() - 6 * 60_000) })
    await expect(change('end', staleAdmin)).rejects.toThrow(refusal('stepUp'))
    expect((await membership()).endedOn).toBeNull()
  })

  test('of two admins who suspend at once, one is refused', async () => {
    const tries = await Promise.allSettled([change('suspend'), change('suspend', await anAdmin(db))])
    expect(tries.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { reason: 'alreadySuspended' },
    })
    expect(await acts()).toHaveLength(1)
  })
})

test('nobody manages their own membership, and only admins manage any: anything else does not compile', async () => {
  const own = await anAdmin(db, { ownMemberId: member.ownMemberId, factorAt: at })
  await expect(change('suspend', own)).rejects.toThrow(refusal('ownMembership'))
  expectTypeOf(changeMembershipState).parameter(0).toEqualTypeOf<Admin>()
  await expect(
    changeMembershipState(admin, { act: 'suspend', number: 'LP-X', reason: 'x' }, at),
  ).rejects.toThrow(refusal('notFound'))
  expect(await acts()).toHaveLength(0)
})

describe('a mail', () => {
  const failed = async (state: 'failed' | 'sent' = 'failed') => {
    const sentAt = state === 'sent' ? at : null
    const values = { accountId: member.id, template: 'welcome', about: {}, state, sentAt }
    const [mail] = await db.insert(mails).values(values).returning({ id: mails.id })
    return String(mail?.id)
  }

  test('that failed or was sent is queued again, once', async () => {
    for (const state of ['failed', 'sent'] as const) {
      const mail = await failed(state)
      await sendMailAgain(admin, { number, mail }, at)
      const [row] = await db.select().from(mails).where(eq(mails.id, mail))
      expect(row).toMatchObject({ state: 'queued', sentAt: null })
      await expect(sendMailAgain(admin, { number, mail }, at)).rejects.toThrow(refusal('mailWaiting'))
    }
  })

  test('of somebody else is not found', async () => {
    const mail = await failed()
    member = await aMember(db)
    number = (await membership()).number
    await expect(sendMailAgain(admin, { number, mail }, at)).rejects.toThrow(refusal('notFound'))
  })
})

test('an admin who opens a record appears in the member’s own list', async () => {
  await openRecord(admin, number, at)
  const { checks } = await checksOf(member)
  expect(checks).toMatchObject([{ action: 'member.read', at, centre: null }])
})
