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
import { STILL_AT_IT, warningsFor } from '../rules'
import { conflictsOf } from './conflicts'
import { type PastDecisions, pastDecisionsOf } from './past'

type Found = NonNullable<Awaited<ReturnType<typeof findItem>>>
export type Item = Awaited<ReturnType<typeof readItem>>
export type ItemProduct = Item['products'][number]
export type ProductConflict = ItemProduct['conflicts'][number]

/** An invoice with products on it, and whose it is. Names, number, status and country: no address, no date of birth. */
export async function findItem(on: Database, id: string, day: string) {
  const onThis = eq(registrations.invoiceId, invoices.id)
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
      status: statusOn(day),
    })
    .from(invoices)
    .innerJoin(members, eq(members.id, invoices.memberId))
    .innerJoin(accounts, eq(accounts.id, members.accountId))
    .innerJoin(memberships, eq(memberships.memberId, invoices.memberId))
    .where(and(eq(invoices.id, id), exists(on.select({ one: sql`1` }).from(registrations).where(onThis))))
  return found ?? null
}

/** What is on the invoice and what a reviewer has to know about it. Only `openItem` calls it, after it wrote the log row. */
export async function readItem(on: Database, reviewer: Reviewer, found: Found, at: Date) {
  const { memberId, ...item } = found
  const rows = await productsOn(on, item.id, berlinDate(at))
  const ids = rows.map(({ id }) => id)
  const [past, conflicts] = [await pastDecisionsOf(on, ids), await conflictsOf(on, reviewer, ids)]
  const inReview = rows.some(({ state }) => state === 'pending')
  return {
    ...item,
    inReview,
    waitingSince: earliest(rows.map(({ waitingSince }) => waitingSince)),
    pages: (await invoiceFor(reviewer, item.id, 'review', on))?.pages ?? [],
    colleagueAt: inReview ? await colleagueAt(on, reviewer, found, at) : null,
    products: rows.map((row) => ({
      ...row,
      refusal: decisionObstacle(reviewer, { ...row, memberId, refusedBy: refusers(past.get(row.id)) }),
      warnings: row.state === 'pending' ? warningsFor(row, berlinDate(at)) : [],
      conflicts: (row.state === 'pending' && conflicts.get(row.id)) || [],
      past: told(reviewer, past.get(row.id)),
    })),
  }
}

/** In the order in which they were sent in; a decision moves nothing on the page. */
function productsOn(on: Database, invoiceId: string, day: string) {
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

/** When a colleague last opened this item, if that was a moment ago. */
async function colleagueAt(
  on: Database,
  reviewer: Reviewer,
  item: { id: string; memberId: number },
  at: Date,
) {
  const [opened] = await on
    .select({ at: logReads.at })
    .from(logReads)
    .where(
      and(
        eq(logReads.memberId, item.memberId),
        gt(logReads.at, new Date(at.getTime() - STILL_AT_IT)),
        eq(logReads.action, 'invoice.read'),
        eq(logReads.subjectId, item.id),
        inArray(logReads.actorRole, ['reviewer', 'admin']),
        ne(logReads.actorId, reviewer.id),
      ),
    )
    .orderBy(desc(logReads.at))
    .limit(1)
  return opened?.at ?? null
}

const earliest = (moments: (Date | null)[]) =>
  moments.filter((moment) => moment !== null).sort((a, b) => a.getTime() - b.getTime())[0] ?? null

const refusers = (past: PastDecisions[] = []) =>
  past.flatMap(({ what, by }) => (what === 'refused' && by ? [by] : []))

/** Who decided is told only as far as it was oneself. */
const told = (reviewer: Reviewer, past: PastDecisions[] = []) =>
  past.map(({ by, ...entry }) => ({ ...entry, decided: by !== undefined, mine: by === reviewer.id }))
