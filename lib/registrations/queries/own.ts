import type { Language } from '@/lib/lists'
import 'server-only'
import { and, asc, desc, eq, inArray } from 'drizzle-orm'
import { type Database, db } from '@/db/client'
import {
  decisions,
  invoices,
  memberships,
  products,
  reasons,
  registrationEvents,
  registrations,
} from '@/db/schema'
import type { Member } from '@/lib/actor'
import { berlinDate } from '@/lib/time'
import { isRegistrationId } from '../input'
import { nextStep, type RegistrationFacts } from '../next-step'

export type OwnRegistration = Awaited<ReturnType<typeof listOwn>>[number]
export type OwnHistory = NonNullable<Awaited<ReturnType<typeof findOwn>>>

const columns = {
  id: registrations.id,
  state: registrations.state,
  serialTyped: registrations.serialTyped,
  purchasedOn: registrations.purchasedOn,
  dealer: registrations.dealer,
  createdAt: registrations.createdAt,
  waitingSince: registrations.waitingSince,
  decidedAt: registrations.decidedAt,
  appealedAt: registrations.appealedAt,
  product: {
    modelNumber: products.modelNumber,
    name: products.name,
    kind: products.kind,
    qualifyingFrom: products.qualifyingFrom,
    qualifyingTo: products.qualifyingTo,
  },
  term: {
    startsOn: memberships.startsOn,
    expiresOn: memberships.expiresOn,
    firstVerifiedOn: memberships.firstVerifiedOn,
  },
  invoice: {
    id: invoices.id,
    fileName: invoices.fileName,
    state: invoices.state,
    problem: invoices.problem,
  },
}

/** Returns all registrations of a member, newest first, each with the last decision's reason in `language`. */
export async function listOwn(
  member: Member,
  at: Date,
  language: Language = member.language,
  on: Database = db,
) {
  const row = await selectOwn(on)
    .where(eq(registrations.memberId, member.ownMemberId))
    // Registrations sent with one file stay together.
    .orderBy(desc(registrations.createdAt), asc(registrations.invoiceId), asc(products.name))
  const decided = await decisionsOf(
    row.map(({ id }) => id),
    language,
    on,
  )
  return row.map((one) =>
    withNext(
      one,
      decided.filter(({ registrationId }) => registrationId === one.id),
      berlinDate(at),
    ),
  )
}

/** Returns one registration of the member with its history, oldest first, or null, also for another member's. */
export async function findOwn(
  member: Member,
  id: string,
  at: Date,
  language: Language = member.language,
  on: Database = db,
) {
  if (!isRegistrationId(id)) return null
  const [row] = await selectOwn(on).where(
    and(eq(registrations.id, id), eq(registrations.memberId, member.ownMemberId)),
  )
  if (!row) return null
  const decided = await decisionsOf([id], language, on)
  const events = await on
    .select({ kind: registrationEvents.kind, note: registrationEvents.note, at: registrationEvents.at })
    .from(registrationEvents)
    .where(eq(registrationEvents.registrationId, id))
  const history = [...events.map(asEvent), ...decided.map(asDecision)].sort(
    (a, b) => a.at.getTime() - b.at.getTime(),
  )
  return { ...withNext(row, decided, berlinDate(at)), history }
}

/** Returns the member's registrations sent with one invoice, in the order they were typed. */
export async function listOnInvoice(member: Member, invoiceId: string, on: Database = db) {
  if (!isRegistrationId(invoiceId)) return []
  return selectOwn(on)
    .where(and(eq(registrations.invoiceId, invoiceId), eq(registrations.memberId, member.ownMemberId)))
    .orderBy(asc(registrations.createdAt), asc(products.name))
}

const selectOwn = (on: Database) =>
  on
    .select(columns)
    .from(registrations)
    .innerJoin(products, eq(products.id, registrations.productId))
    .innerJoin(invoices, eq(invoices.id, registrations.invoiceId))
    .innerJoin(memberships, eq(memberships.memberId, registrations.memberId))
    .$dynamic()

type OwnDecision = Awaited<ReturnType<typeof decisionsOf>>[number]

/** Oldest first. Does not read who decided, since members must not learn it. */
async function decisionsOf(ids: string[], language: Language, on: Database) {
  if (ids.length === 0) return []
  const row = await on
    .select({
      registrationId: decisions.registrationId,
      outcome: decisions.outcome,
      reason: reasons.texts,
      sentence: decisions.sentence,
      at: decisions.at,
    })
    .from(decisions)
    .leftJoin(reasons, eq(reasons.id, decisions.reasonId))
    .where(inArray(decisions.registrationId, ids))
    .orderBy(asc(decisions.at))
  return row.map((one) => ({ ...one, reason: one.reason?.[language] ?? null }))
}

function withNext<R extends RegistrationFacts>({ term, ...row }: R, decided: OwnDecision[], today: string) {
  const last = decided.at(-1)
  const lastDecision = last ? { reason: last.reason, sentence: last.sentence, at: last.at } : null
  return { ...row, lastDecision, ...nextStep({ ...row, term }, today) }
}

const asEvent = ({ kind, note, at }: { kind: string; note: string | null; at: Date }) => ({
  what: kind as 'registered' | 'file-sent' | 'appealed' | 'withdrawn',
  note,
  reason: null,
  at,
})

const asDecision = ({ outcome, reason, sentence, at }: OwnDecision) => ({
  what: outcome,
  note: sentence,
  reason,
  at,
})
