import 'server-only'
import { desc, eq } from 'drizzle-orm'
import { type Database, db } from '@/db/client'
import {
  acceptances,
  accounts,
  invoices,
  logEntries,
  mails,
  members,
  membershipActs,
  memberships,
  products,
  registrations,
  statusChanges,
  terms,
  texts,
} from '@/db/schema'
import type { Admin } from '@/lib/actor'
import { Refusal } from '@/lib/errors'
import { recordRead } from '@/lib/log/record'
import { parseMembershipNumber } from '@/lib/memberships/number'
import { statusOn } from '@/lib/memberships/queries'
import { type PastDecisions, pastDecisionsOf } from '@/lib/reviews/queries/past'
import { berlinDate } from '@/lib/time'

/**
 * Opens a member's record for an admin. It is a command, because the read is logged first, in the same transaction, and appears
 * in the member's access list. Refuses an unknown number.
 */
export async function openRecord(admin: Admin, number: string, at: Date, on: Database = db) {
  return on.transaction(async (tx) => {
    const person = await findPerson(tx, number, at)
    if (!person) throw new Refusal('notFound')
    const memberId = person.internalNumber
    await recordRead(tx, admin, 'member.read', { memberId, at })
    const registrations = await registrationsOf(tx, memberId)
    const ids = registrations.map(({ id }) => id)
    return {
      person,
      acts: await actsOn(tx, memberId),
      texts: await acceptedBy(tx, memberId),
      past: ids.length ? await pastDecisionsOf(tx, ids) : new Map<string, PastDecisions[]>(),
      terms: await tx.select().from(terms).where(eq(terms.memberId, memberId)).orderBy(desc(terms.at)),
      changes: await tx
        .select()
        .from(statusChanges)
        .where(eq(statusChanges.memberId, memberId))
        .orderBy(desc(statusChanges.at)),
      registrations,
      mails: await mailsOf(tx, person.accountId),
      accesses: await accessesTo(tx, memberId),
    }
  })
}

/** Returns only the person, for a page that confirms a change of the membership; logged as a read too. */
export async function openPersonalData(admin: Admin, number: string, at: Date, on: Database = db) {
  return on.transaction(async (tx) => {
    const person = await findPerson(tx, number, at)
    if (!person) throw new Refusal('notFound')
    await recordRead(tx, admin, 'member.read', { memberId: person.internalNumber, at })
    return person
  })
}

async function findPerson(tx: Database, typed: string, at: Date) {
  const number = parseMembershipNumber(typed)
  if (!number) return undefined
  const [person] = await tx
    .select({
      internalNumber: members.id,
      accountId: accounts.id,
      firstName: members.firstName,
      surname: members.surname,
      bornOn: members.bornOn,
      country: members.country,
      email: accounts.email,
      language: accounts.language,
      joinedAt: members.createdAt,
      number: memberships.number,
      status: statusOn(berlinDate(at)),
      granted: memberships.granted,
      startsOn: memberships.startsOn,
      expiresOn: memberships.expiresOn,
      endedOn: memberships.endedOn,
      suspendedAt: memberships.suspendedAt,
    })
    .from(memberships)
    .innerJoin(members, eq(members.id, memberships.memberId))
    .innerJoin(accounts, eq(accounts.id, members.accountId))
    .where(eq(memberships.number, number))
  return person
}

const registrationsOf = (tx: Database, memberId: number) =>
  tx
    .select({
      id: registrations.id,
      product: products.name,
      serial: registrations.serialTyped,
      purchasedOn: registrations.purchasedOn,
      dealer: registrations.dealer,
      state: registrations.state,
      createdAt: registrations.createdAt,
      invoice: invoices.id,
      fileState: invoices.state,
    })
    .from(registrations)
    .innerJoin(products, eq(products.id, registrations.productId))
    .innerJoin(invoices, eq(invoices.id, registrations.invoiceId))
    .where(eq(registrations.memberId, memberId))
    .orderBy(desc(registrations.createdAt))

const mailsOf = (tx: Database, accountId: string) =>
  tx
    .select({ id: mails.id, template: mails.template, state: mails.state, at: mails.createdAt })
    .from(mails)
    .where(eq(mails.accountId, accountId))
    .orderBy(desc(mails.createdAt))
    .limit(50)

const accessesTo = (tx: Database, memberId: number) =>
  tx
    .select({
      id: logEntries.id,
      at: logEntries.at,
      action: logEntries.action,
      role: logEntries.actorRole,
      country: logEntries.country,
    })
    .from(logEntries)
    .where(eq(logEntries.memberId, memberId))
    .orderBy(desc(logEntries.at))
    .limit(50)

const actsOn = (tx: Database, memberId: number) =>
  tx
    .select({
      id: membershipActs.id,
      at: membershipActs.at,
      kind: membershipActs.kind,
      reason: membershipActs.reason,
      by: accounts.email,
    })
    .from(membershipActs)
    .innerJoin(accounts, eq(accounts.id, membershipActs.by))
    .where(eq(membershipActs.memberId, memberId))
    .orderBy(desc(membershipActs.at))

const acceptedBy = (tx: Database, memberId: number) =>
  tx
    .select({
      id: texts.id,
      kind: texts.kind,
      version: texts.version,
      language: acceptances.language,
      at: acceptances.at,
    })
    .from(acceptances)
    .innerJoin(texts, eq(texts.id, acceptances.textId))
    .where(eq(acceptances.memberId, memberId))
    .orderBy(desc(acceptances.at), desc(texts.kind))
