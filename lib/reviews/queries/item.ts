import 'server-only'
import { and, asc, desc, eq, exists, gt, inArray, ne, sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { accounts, invoices, logReads, members, memberships, products, registrations } from '@/db/schema'
import type { Reviewer } from '@/lib/actor'
import { countsSql } from '@/lib/catalogue/queries/counting'
import { invoiceFor } from '@/lib/invoices/queries'
import { statusOn } from '@/lib/memberships/queries'
import { berlinDate } from '@/lib/time'
import { decisionObstacle } from '../policy'
import { COLLEAGUE_TIMEOUT, warningsFor } from '../rules'
import { conflictsOf } from './conflicts'
import { type PastDecisions, pastDecisionsOf } from './past'

type FoundItem = NonNullable<Awaited<ReturnType<typeof findItem>>>
export type Item = Awaited<ReturnType<typeof readItem>>
export type ItemProduct = Item['products'][number]
export type ProductConflict = ItemProduct['conflicts'][number]

/**
 * Returns an invoice with products on it, and its member: names, number, status and country, but no address and no date of birth.
 */
export async function findItem(on: Database, id: string, day: string) {
  const onThis = eq(registrations.invoiceId, invoices.id)
  const [item] = await on
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
      status: statusOn(day),
    })
    .from(invoices)
    .innerJoin(members, eq(members.id, invoices.memberId))
    .innerJoin(accounts, eq(accounts.id, members.accountId))
    .innerJoin(memberships, eq(memberships.memberId, invoices.memberId))
    .where(and(eq(invoices.id, id), exists(on.select({ one: sql`1` }).from(registrations).where(onThis))))
  return item ?? null
}

/** Returns what is on the invoice and what a reviewer has to know about it. Only for `openItem`, which has logged the read. */
export async function readItem(on: Database, reviewer: Reviewer, foundItem: FoundItem, at: Date) {
  const { memberId, ...item } = foundItem
  const rows = await listProducts(on, item.id, berlinDate(at))
  const ids = rows.map(({ id }) => id)
  const [past, conflicts] = [await pastDecisionsOf(on, ids), await conflictsOf(on, reviewer, ids)]
  const inReview = rows.some(({ state }) => state === 'pending')
  return {
    ...item,
    inReview,
    waitingSince: earliest(rows.map(({ waitingSince }) => waitingSince)),
    pages: (await invoiceFor(reviewer, item.id, 'review', on))?.pages ?? [],
    colleagueAt: inReview ? await colleagueAt(on, reviewer, foundItem, at) : null,
    products: rows.map((row) => ({
      ...row,
      refusal: decisionObstacle(reviewer, { ...row, memberId, refusedBy: refusers(past.get(row.id)) }),
      warnings: row.state === 'pending' ? warningsFor(row, berlinDate(at)) : [],
      conflicts: (row.state === 'pending' && conflicts.get(row.id)) || [],
      past: withoutAuthors(reviewer, past.get(row.id)),
    })),
  }
}

/** In the order in which they were submitted; a decision does not change the order on the page. */
function listProducts(on: Database, invoiceId: string, day: string) {
  return on
    .select({
      id: registrations.id,
      state: registrations.state,
      name: products.name,
      modelNumber: products.modelNumber,
      kind: products.kind,
      qualifying: countsSql(day),
      serialTyped: registrations.serialTyped,
      purchasedOn: registrations.purchasedOn,
      dealer: registrations.dealer,
      waitingSince: registrations.waitingSince,
      appealedAt: registrations.appealedAt,
    })
    .from(registrations)
    .innerJoin(products, eq(products.id, registrations.productId))
    .innerJoin(memberships, eq(memberships.memberId, registrations.memberId))
    .where(eq(registrations.invoiceId, invoiceId))
    .orderBy(asc(registrations.createdAt), asc(products.kind), asc(products.name), asc(registrations.id))
}

/** Returns when a colleague last opened this item, if that was recent. */
async function colleagueAt(
  on: Database,
  reviewer: Reviewer,
  item: { id: string; memberId: number },
  at: Date,
) {
  const [read] = await on
    .select({ at: logReads.at })
    .from(logReads)
    .where(
      and(
        eq(logReads.memberId, item.memberId),
        gt(logReads.at, new Date(at.getTime() - COLLEAGUE_TIMEOUT)),
        eq(logReads.action, 'invoice.read'),
        eq(logReads.subjectId, item.id),
        inArray(logReads.actorRole, ['reviewer', 'admin']),
        ne(logReads.actorId, reviewer.id),
      ),
    )
    .orderBy(desc(logReads.at))
    .limit(1)
  return read?.at ?? null
}

const earliest = (moments: (Date | null)[]) =>
  moments.filter((moment) => moment !== null).sort((a, b) => a.getTime() - b.getTime())[0] ?? null

const refusers = (past: PastDecisions[] = []) =>
  past.flatMap(({ what, by }) => (what === 'refused' && by ? [by] : []))

/** Reveals who decided only if it was the reviewer themselves. */
const withoutAuthors = (reviewer: Reviewer, past: PastDecisions[] = []) =>
  past.map(({ by, ...entry }) => ({ ...entry, decided: by !== undefined, mine: by === reviewer.id }))
