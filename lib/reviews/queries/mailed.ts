import 'server-only'
import { and, eq, sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import {
  correctionRequests,
  decisions,
  memberships,
  products,
  reasons,
  registrations,
  statusChanges,
  terms,
} from '@/db/schema'
import { countsSql } from '@/lib/catalogue/queries/counting'

// The worker reads here, without an actor: the data goes into a mail to the member concerned.

export type MailedDecision = NonNullable<Awaited<ReturnType<typeof findDecision>>>

/** Returns a decision about a registration of this member, or null, also for another member's. */
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

/** Returns what the decision at that moment changed: the new status, and whether it re-dated the term. */
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
  return { risenTo: risen?.to, newTerm: redated.length > 0 }
}

/** Returns whether a correction of this member was granted, or null. */
export async function findCorrection(on: Database, id: string, memberId: number) {
  const [correction] = await on
    .select({ granted: correctionRequests.granted })
    .from(correctionRequests)
    .where(and(eq(correctionRequests.id, id), eq(correctionRequests.memberId, memberId)))
  return correction ?? null
}
