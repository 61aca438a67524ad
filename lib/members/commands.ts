import 'server-only'
import { desc, eq } from 'drizzle-orm'
import { type Database, db } from '@/db/client'
import {
  accounts,
  invoices,
  logEntries,
  mails,
  members,
  memberships,
  products,
  registrations,
  statusChanges,
  terms,
} from '@/db/schema'
import type { Admin } from '@/lib/auth/actor'
import { Refusal } from '@/lib/errors'
import { record } from '@/lib/log/record'
import { parseMembershipNumber } from '@/lib/memberships/number'

/**
 * Opens a member's record for an admin. It is a command, because an admin who looks is written down first, in the
 * same transaction, and stands in the member's access list. Refuses an unknown number.
 */
export async function openRecord(admin: Admin, number: string, at: Date, on: Database = db) {
  return on.transaction(async (tx) => {
    const person = await findPerson(tx, number)
    if (!person) throw new Refusal('notFound')
    const memberId = person.internalNumber
    await record(tx, admin, 'member.read', { memberId, at })
    return {
      person,
      terms: await tx.select().from(terms).where(eq(terms.memberId, memberId)).orderBy(desc(terms.at)),
      changes: await tx
        .select()
        .from(statusChanges)
        .where(eq(statusChanges.memberId, memberId))
        .orderBy(desc(statusChanges.at)),
      registrations: await registrationsOf(tx, memberId),
      mails: await mailsOf(tx, person.accountId),
      accesses: await accessesTo(tx, memberId),
    }
  })
}

async function findPerson(tx: Database, typed: string) {
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
      status: memberships.status,
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
