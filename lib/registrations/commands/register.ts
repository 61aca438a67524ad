import 'server-only'
import { and, eq, sql } from 'drizzle-orm'
import { type Database, db } from '@/db/client'
import { drafts, invoices, registrationEvents, registrations } from '@/db/schema'
import type { Member } from '@/lib/actor'
import { Refusal } from '@/lib/errors'
import { record } from '@/lib/log/record'
import { type CheckedLine, checkLines, isReady, usedLines, warningMark } from '../queries/draft'

type Ready = CheckedLine & { product: NonNullable<CheckedLine['product']> }

/**
 * Registers what is on the member's list, with its invoice: each product waits for a reviewer from now on, and the list is
 * gone. `seen` are the marks of the warnings the member has read. Refuses a list that is gone, incomplete, without a file
 * that can be read, that holds a unit the member has registered, or a warning not seen yet. Returns the invoice's id.
 */
export async function registerProducts(
  member: Member,
  { seen }: { seen: readonly string[] },
  at: Date,
  on: Database = db,
) {
  return on.transaction(async (tx) => {
    const { lines: used, invoiceId } = await takeDraft(tx, member)
    const lines = await checkLines(member, used, at, tx)
    refuseUnready(lines)
    await refuseUnreadable(tx, member, invoiceId)
    const unseen = lines.flatMap((line) => line.warnings.map((warning) => warningMark(line, warning)))
    if (unseen.some((mark) => !seen.includes(mark))) throw new Refusal('warningsUnseen')
    await insertAll(tx, member, lines.filter(isReady), invoiceId, at)
    return invoiceId
  })
}

/** Whoever comes second waits here, and then finds the list gone. */
async function takeDraft(tx: Database, member: Member) {
  const [draft] = await tx
    .delete(drafts)
    .where(eq(drafts.memberId, member.ownMemberId))
    .returning({ lines: drafts.lines, invoiceId: drafts.invoiceId })
  const lines = usedLines(draft?.lines ?? [])
  if (!draft || lines.length === 0) throw new Refusal('nothingToRegister')
  if (!draft.invoiceId) throw new Refusal('invoiceMissing')
  return { lines, invoiceId: draft.invoiceId }
}

function refuseUnready(lines: CheckedLine[]) {
  const wrong = lines.find((line) => !isReady(line))
  if (!wrong) return
  if (wrong.problems.serial === 'alreadyYours') throw alreadyYours(wrong)
  throw new Refusal('listIncomplete')
}

async function refuseUnreadable(tx: Database, member: Member, invoiceId: string) {
  const [invoice] = await tx
    .select({ state: invoices.state })
    .from(invoices)
    .where(and(eq(invoices.id, invoiceId), eq(invoices.memberId, member.ownMemberId)))
  if (!invoice) throw new Refusal('invoiceMissing')
  if (invoice.state === 'unreadable') throw new Refusal('invoiceUnreadable')
}

/** The unique index on a member's units has the last word: another tab may have been quicker by a moment. */
async function insertAll(tx: Database, member: Member, lines: Ready[], invoiceId: string, at: Date) {
  for (const line of lines) {
    const { product, serialKey, typed } = line
    const [made] = await tx
      .insert(registrations)
      .values({
        memberId: member.ownMemberId,
        productId: product.id,
        serialTyped: typed.serial.trim(),
        serialKey,
        purchasedOn: typed.purchasedOn,
        dealer: typed.dealer.trim(),
        invoiceId,
        createdAt: at,
        waitingSince: at,
      })
      .onConflictDoNothing({
        target: [registrations.memberId, registrations.productId, registrations.serialKey],
        where: sql`state <> 'withdrawn'`,
      })
      .returning({ id: registrations.id })
    if (!made) throw alreadyYours(line)
    await tx.insert(registrationEvents).values({ registrationId: made.id, kind: 'registered', at })
    await record(tx, member, 'registration.made', { memberId: member.ownMemberId, subjectId: made.id, at })
  }
}

const alreadyYours = ({ product, typed }: CheckedLine) =>
  new Refusal('alreadyYours', undefined, {
    product: product?.name ?? typed.model,
    serial: typed.serial.trim(),
  })
