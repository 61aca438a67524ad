import 'server-only'
import { and, asc, desc, eq, gt, inArray, ne, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Database } from '@/db/client'
import { accounts, invoices, logEntries, members, memberships, products, registrations } from '@/db/schema'
import type { Reviewer } from '@/lib/auth/actor'
import { berlinDate } from '@/lib/calendar'
import { invoiceFor } from '@/lib/invoices/queries'
import { whyNot } from '../policy'
import { conflictOf, STILL_AT_IT, warningsFor } from '../rules'
import { type Past, pastOf } from './past'

export type Item = NonNullable<Awaited<ReturnType<typeof readItem>>>
export type ItemProduct = Item['products'][number]
export type ProductConflict = ItemProduct['conflicts'][number]

/** The invoice with whose it is. Names, number, status and country: no address, no date of birth. */
export async function findItem(on: Database, id: string) {
  const [found] = await on
    .select({
      id: invoices.id,
      state: invoices.state,
      receivedAt: invoices.receivedAt,
      memberId: invoices.memberId,
      firstName: members.firstName,
      surname: members.surname,
      country: members.country,
      language: accounts.language,
      number: memberships.number,
      status: memberships.status,
    })
    .from(invoices)
    .innerJoin(members, eq(members.id, invoices.memberId))
    .innerJoin(accounts, eq(accounts.id, members.accountId))
    .innerJoin(memberships, eq(memberships.memberId, invoices.memberId))
    .where(eq(invoices.id, id))
  return found ?? null
}

/** What is on the invoice and what a reviewer has to know about it. Only `openItem` calls it, after it wrote the log row. */
export async function readItem(
  on: Database,
  reviewer: Reviewer,
  found: NonNullable<Awaited<ReturnType<typeof findItem>>>,
  at: Date,
) {
  const { memberId, ...item } = found
  const rows = await productsOn(on, item.id)
  if (rows.length === 0) return null
  const ids = rows.map(({ id }) => id)
  const past = await pastOf(on, ids)
  const conflicts = await conflictsOf(on, reviewer, ids)
  const inReview = rows.some(({ state }) => state === 'pending')
  return {
    ...item,
    inReview,
    waitingSince: earliest(rows.map(({ waitingSince }) => waitingSince)),
    pages: (await invoiceFor(reviewer, item.id, 'review', on))?.pages ?? [],
    colleagueAt: inReview ? await colleagueAt(on, reviewer, found, at) : null,
    products: rows.map((row) => ({
      ...row,
      refusal: whyNot(reviewer, { ...row, memberId, refusedBy: refusers(past, row.id) }),
      warnings: row.state === 'pending' ? warningsFor(row, berlinDate(at)) : [],
      conflicts: row.state === 'pending' ? (conflicts.get(row.id) ?? []) : [],
      past: (past.get(row.id) ?? []).map(({ by, registrationId: _, ...entry }) => ({
        ...entry,
        decided: by !== undefined,
        mine: by === reviewer.id,
      })),
    })),
  }
}

/** What waits first, the longest waiting on top; then what is done. */
function productsOn(on: Database, invoiceId: string) {
  return on
    .select({
      id: registrations.id,
      state: registrations.state,
      name: products.name,
      modelNumber: products.modelNumber,
      kind: products.kind,
      qualifying: products.qualifying,
      serialTyped: registrations.serialTyped,
      purchasedOn: registrations.purchasedOn,
      dealer: registrations.dealer,
      waitingSince: registrations.waitingSince,
      appealedAt: registrations.appealedAt,
    })
    .from(registrations)
    .innerJoin(products, eq(products.id, registrations.productId))
    .where(eq(registrations.invoiceId, invoiceId))
    .orderBy(asc(registrations.createdAt), asc(products.kind), asc(products.name), asc(registrations.id))
}

/** Other registrations of the same units, by anybody: whose, by the membership number, and in which state. */
async function conflictsOf(on: Database, reviewer: Reviewer, ids: string[]) {
  const other = alias(registrations, 'other')
  const found = await on
    .select({
      of: registrations.id,
      id: other.id,
      state: other.state,
      number: memberships.number,
      own: sql<boolean>`${other.memberId} = ${reviewer.ownMemberId ?? 0}`,
    })
    .from(registrations)
    .innerJoin(
      other,
      and(eq(other.productId, registrations.productId), eq(other.serialKey, registrations.serialKey)),
    )
    .innerJoin(memberships, eq(memberships.memberId, other.memberId))
    .where(and(inArray(registrations.id, ids), ne(other.id, registrations.id), ne(other.state, 'withdrawn')))
    .orderBy(asc(other.createdAt))
  return Map.groupBy(
    found.map((conflict) => ({ ...conflict, kind: conflictOf(conflict.state) })),
    ({ of }) => of,
  )
}

/** When a colleague last opened this item, if that was a moment ago. */
async function colleagueAt(
  on: Database,
  reviewer: Reviewer,
  item: { id: string; memberId: number },
  at: Date,
) {
  const [opened] = await on
    .select({ at: logEntries.at })
    .from(logEntries)
    .where(
      and(
        eq(logEntries.memberId, item.memberId),
        gt(logEntries.at, new Date(at.getTime() - STILL_AT_IT)),
        eq(logEntries.action, 'invoice.read'),
        eq(logEntries.subjectId, item.id),
        inArray(logEntries.actorRole, ['reviewer', 'admin']),
        ne(logEntries.actorId, reviewer.id),
      ),
    )
    .orderBy(desc(logEntries.at))
    .limit(1)
  return opened?.at ?? null
}

const earliest = (moments: (Date | null)[]) =>
  moments.filter((moment) => moment !== null).sort((a, b) => a.getTime() - b.getTime())[0] ?? null

const refusers = (past: Map<string, Past[]>, id: string) =>
  (past.get(id) ?? []).flatMap((entry) => (entry.what === 'refused' && entry.by ? [entry.by] : []))
