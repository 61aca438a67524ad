import 'server-only'
import { and, count, eq, isNull, sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import {
  accounts,
  alerts,
  centres,
  correctionRequests,
  decisions,
  documents,
  mails,
  members,
  membershipActs,
  memberships,
  products,
  reasons,
  recoveryCodes,
  registrations,
  ruleTiers,
  ruleVersions,
  staffLists,
  statusChanges,
  terms,
} from '@/db/schema'
import { statusOn } from '@/lib/memberships/queries'
import { countsSql } from '@/lib/catalogue/queries/counting'
import type { Membership } from './facts'
import type { Template } from './queue'

// The worker reads here, nobody's actor: what it reads goes to the account that the mail belongs to, and nowhere else.

export type Recipient = NonNullable<Awaited<ReturnType<typeof findQueuedMail>>>
export type Decision = NonNullable<Awaited<ReturnType<typeof findDecision>>>

/** A mail that is still to be sent, with whom it goes to; null when it was sent, has failed or is gone. */
export async function findQueuedMail(on: Database, id: string) {
  const [mail] = await on
    .select({
      id: mails.id,
      template: sql<Template>`${mails.template}`,
      about: mails.about,
      to: accounts.email,
      language: accounts.language,
      role: accounts.role,
      memberId: members.id,
      firstName: members.firstName,
      surname: members.surname,
    })
    .from(mails)
    .innerJoin(accounts, eq(accounts.id, mails.accountId))
    .leftJoin(members, eq(members.accountId, accounts.id))
    .where(and(eq(mails.id, id), eq(mails.state, 'queued')))
  return mail ?? null
}

/** The account with an address, if there is one, and how its member is greeted. */
export async function findRecipient(on: Database, email: string) {
  const [account] = await on
    .select({ disabledAt: accounts.disabledAt, firstName: members.firstName })
    .from(accounts)
    .leftJoin(members, eq(members.accountId, accounts.id))
    .where(eq(sql`lower(${accounts.email})`, email.toLowerCase()))
  return account ?? null
}

export async function findMembership(on: Database, memberId: number, day: string) {
  const [membership] = await on
    .select({
      number: memberships.number,
      status: statusOn(day),
      granted: memberships.granted,
      grantedUntil: memberships.grantedUntil,
      startsOn: memberships.startsOn,
      expiresOn: memberships.expiresOn,
    })
    .from(memberships)
    .where(eq(memberships.memberId, memberId))
  return membership ?? null
}

/** A decision about a registration of this member; nobody else's is found. */
export async function findDecision(on: Database, id: string, memberId: number) {
  const [decision] = await on
    .select({
      at: decisions.at,
      sentence: decisions.sentence,
      reason: reasons.texts,
      registrationId: registrations.id,
      serialTyped: registrations.serialTyped,
      appealedAt: registrations.appealedAt,
      product: products.name,
      qualifying: countsSql(sql`(${decisions.at} at time zone 'Europe/Berlin')`),
    })
    .from(decisions)
    .innerJoin(registrations, eq(registrations.id, decisions.registrationId))
    .innerJoin(products, eq(products.id, registrations.productId))
    .innerJoin(memberships, eq(memberships.memberId, registrations.memberId))
    .leftJoin(reasons, eq(reasons.id, decisions.reasonId))
    .where(and(eq(decisions.id, id), eq(registrations.memberId, memberId)))
  return decision ?? null
}

/** What the decision of that moment changed: the status it brought, and whether it re-dated the term. */
export async function findChanges(on: Database, memberId: number, at: Date) {
  const [risen] = await on
    .select({ to: statusChanges.to })
    .from(statusChanges)
    .where(
      and(
        eq(statusChanges.memberId, memberId),
        eq(statusChanges.at, at),
        eq(statusChanges.because, 'verified'),
      ),
    )
  const redated = await on
    .select({ id: terms.id })
    .from(terms)
    .where(and(eq(terms.memberId, memberId), eq(terms.at, at), eq(terms.because, 'first-verification')))
  return { risenTo: risen?.to satisfies Membership['status'] | undefined, newTerm: redated.length > 0 }
}

/** Whether a correction of this member was granted. */
export async function findCorrection(on: Database, id: string, memberId: number) {
  const [correction] = await on
    .select({ granted: correctionRequests.granted })
    .from(correctionRequests)
    .where(and(eq(correctionRequests.id, id), eq(correctionRequests.memberId, memberId)))
  return correction ?? null
}

/** What an admin did to this member's membership. */
export async function findAct(on: Database, id: string, memberId: number) {
  const [act] = await on
    .select({ kind: membershipActs.kind })
    .from(membershipActs)
    .where(and(eq(membershipActs.id, id), eq(membershipActs.memberId, memberId)))
  return act ?? null
}

/** What an admin did to a version of the policy or the terms, and why. */
export async function findDocumentChange(on: Database, id: string, act: 'published' | 'withdrawn') {
  const published = act === 'published'
  const [changed] = await on
    .select({
      kind: documents.kind,
      version: documents.version,
      effectiveFrom: documents.effectiveFrom,
      reason: published ? documents.reason : documents.withdrawnReason,
      by: accounts.email,
    })
    .from(documents)
    .innerJoin(accounts, eq(accounts.id, published ? documents.publishedBy : documents.withdrawnBy))
    .where(eq(documents.id, id))
  const { effectiveFrom, reason } = changed ?? {}
  return changed && effectiveFrom && reason ? { ...changed, effectiveFrom, reason } : null
}

/** What an admin did to a version of the rules, why, and what it says. */
export async function findRuleChange(on: Database, id: string, act: 'published' | 'withdrawn') {
  const published = act === 'published'
  const [version] = await on
    .select({
      effectiveFrom: ruleVersions.effectiveFrom,
      reason: published ? ruleVersions.reason : ruleVersions.withdrawnReason,
      by: accounts.email,
    })
    .from(ruleVersions)
    .innerJoin(accounts, eq(accounts.id, published ? ruleVersions.publishedBy : ruleVersions.withdrawnBy))
    .where(eq(ruleVersions.id, id))
  if (!version?.reason) return null
  const tiers = await on
    .select({ status: ruleTiers.status, products: ruleTiers.products, cameras: ruleTiers.cameras })
    .from(ruleTiers)
    .where(eq(ruleTiers.ruleVersionId, id))
    .orderBy(ruleTiers.status)
  return { ...version, reason: version.reason, tiers }
}

/** A quarter's list of a service centre's people. */
export async function findStaffList(on: Database, id: string) {
  const [list] = await on
    .select({ centreId: centres.id, centre: centres.name, quarter: staffLists.quarter })
    .from(staffLists)
    .innerJoin(centres, eq(centres.id, staffLists.centreId))
    .where(eq(staffLists.id, id))
  return list ?? null
}

/** How many recovery codes the account with this address has not used yet. */
export async function countCodesLeft(on: Database, email: string) {
  const [found] = await on
    .select({ left: count(recoveryCodes.accountId) })
    .from(recoveryCodes)
    .innerJoin(accounts, eq(accounts.id, recoveryCodes.accountId))
    .where(and(eq(accounts.email, email), isNull(recoveryCodes.usedAt)))
  return found?.left ?? 0
}

/** An alert, as far as a mail may tell it: without the person and the member. */
export async function findAlert(on: Database, id: string) {
  const [alert] = await on
    .select({ kind: alerts.kind, centre: centres.name, at: alerts.at })
    .from(alerts)
    .innerJoin(centres, eq(centres.id, alerts.centreId))
    .where(eq(alerts.id, id))
  return alert ?? null
}
