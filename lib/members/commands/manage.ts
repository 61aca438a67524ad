import type { MembershipAct } from '@/lib/lists'
import 'server-only'
import { and, eq, isNotNull, isNull, ne, or } from 'drizzle-orm'
import { type Database, db } from '@/db/client'
import { mails, members, membershipActs, memberships } from '@/db/schema'
import type { Admin } from '@/lib/actor'
import { Refusal } from '@/lib/errors'
import { requireFreshFactor } from '@/lib/fresh-factor'
import { queueJob } from '@/lib/jobs/queue'
import { record } from '@/lib/log/record'
import { queueMail } from '@/lib/mail/queue'
import { parseMembershipNumber } from '@/lib/memberships/number'
import { berlinDate } from '@/lib/time'
import type { MailAgain, MembershipStateAct, MembershipStateChange, NameCorrection } from '../input'
import { requireManage } from '../policy'

/** Corrects a member's name and notifies the member. Refuses one's own, and an unchanged name. */
export async function correctName(admin: Admin, input: NameCorrection, at: Date, on: Database = db) {
  await on.transaction(async (tx) => {
    const person = await findManaged(tx, admin, input.number)
    const { firstName, surname, reason } = input
    const [changed] = await tx
      .update(members)
      .set({ firstName, surname })
      .where(
        and(
          eq(members.id, person.memberId),
          or(ne(members.firstName, firstName), ne(members.surname, surname)),
        ),
      )
      .returning({ id: members.id })
    if (!changed) throw new Refusal('alreadyDone')
    await recordAct(tx, admin, person, { kind: 'name-corrected', reason }, at)
  })
}

/**
 * Suspends a membership, lifts a suspension, or ends it for good on the day of `at`; the desk sees it with its next check and the
 * member is notified. Refuses one's own, an ended membership, and no change. Ending needs a fresh factor.
 */
export async function changeMembershipState(
  admin: Admin,
  { act, number, reason }: MembershipStateChange,
  at: Date,
  on: Database = db,
) {
  if (act === 'end') requireFreshFactor(admin, at)
  await on.transaction(async (tx) => {
    const person = await findManaged(tx, admin, number)
    const [changed] = await tx
      .update(memberships)
      .set(stateColumns(act, reason, at))
      .where(and(eq(memberships.memberId, person.memberId), isNull(memberships.endedOn), guards[act]))
      .returning({ memberId: memberships.memberId })
    if (!changed)
      throw new Refusal(person.endedOn || act === 'end' ? 'membershipEnded' : unchangedReason[act])
    await recordAct(tx, admin, person, { kind: actKinds[act], reason }, at)
  })
}

/** Queues a mail again, to be rendered from current data. Refuses one that still waits. */
export async function sendMailAgain(admin: Admin, { number, mail }: MailAgain, at: Date, on: Database = db) {
  await on.transaction(async (tx) => {
    const { memberId, accountId } = await findManaged(tx, admin, number)
    const own = and(eq(mails.id, mail), eq(mails.accountId, accountId))
    const [queued] = await tx
      .update(mails)
      .set({ state: 'queued', sentAt: null })
      .where(and(own, ne(mails.state, 'queued')))
      .returning({ id: mails.id })
    if (!queued) {
      const [waiting] = await tx.select({ id: mails.id }).from(mails).where(own)
      throw new Refusal(waiting ? 'mailWaiting' : 'notFound')
    }
    await queueJob(tx, 'send-mail', { mail })
    await record(tx, admin, 'mail.sent-again', { memberId, subjectId: mail, at })
  })
}

type Managed = { memberId: number; accountId: string; endedOn: string | null }

async function findManaged(tx: Database, admin: Admin, typed: string): Promise<Managed> {
  const number = parseMembershipNumber(typed)
  if (!number) throw new Refusal('notFound')
  const [person] = await tx
    .select({ memberId: members.id, accountId: members.accountId, endedOn: memberships.endedOn })
    .from(memberships)
    .innerJoin(members, eq(members.id, memberships.memberId))
    .where(eq(memberships.number, number))
  if (!person) throw new Refusal('notFound')
  requireManage(admin, person)
  return person
}

const stateColumns = (act: MembershipStateAct, reason: string, at: Date) =>
  ({
    suspend: { suspendedAt: at },
    lift: { suspendedAt: null },
    end: { endedOn: berlinDate(at), endedReason: reason },
  })[act]

const guards = {
  suspend: isNull(memberships.suspendedAt),
  lift: isNotNull(memberships.suspendedAt),
  end: undefined,
}
const unchangedReason = { suspend: 'alreadySuspended', lift: 'notSuspended' } as const
const actKinds = { suspend: 'suspended', lift: 'lifted', end: 'ended' } as const

/** Stores the act with its reason, which is erased with the member; the log, which stays, holds only its id. */
async function recordAct(
  tx: Database,
  admin: Admin,
  { memberId, accountId }: Managed,
  act: { kind: MembershipAct; reason: string },
  at: Date,
) {
  const [stored] = await tx
    .insert(membershipActs)
    .values({ memberId, by: admin.id, at, ...act })
    .returning({ id: membershipActs.id })
  if (!stored) throw new Error('The act was not stored.')
  await record(tx, admin, `member.${act.kind}`, { memberId, subjectId: stored.id, at })
  await queueMail(tx, 'membership-changed', accountId, { act: stored.id })
}
