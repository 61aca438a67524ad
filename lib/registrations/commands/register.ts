import 'server-only'
import { and, eq, sql } from 'drizzle-orm'
import { type Database, db } from '@/db/client'
import { drafts, invoices, registrationEvents, registrations } from '@/db/schema'
import type { Member } from '@/lib/actor'
import { Refusal } from '@/lib/errors'
import { record } from '@/lib/log/record'
import { type CheckedLine, checkLines, isReady, usedLines, warningMark } from '../queries/draft'

type ReadyLine = CheckedLine & { product: NonNullable<CheckedLine['product']> }

/**
 * Registers the products on the member's draft list, with its invoice: each waits for a reviewer from now on, and the draft is
 * deleted. `seen` are the marks of the warnings the member has read. Refuses a missing or incomplete list, an unreadable file, a
 * unit the member has already registered, or an unseen warning. Returns the invoice's id.
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
    const marks = lines.flatMap((line) => line.warnings.map((warning) => warningMark(line, warning)))
    if (marks.some((mark) => !seen.includes(mark))) throw new Refusal('warningsUnseen')
    await insertAll(tx, member, lines.filter(isReady), invoiceId, at)
    return invoiceId
  })
}

/** A concurrent second request waits here, and then finds the draft gone. */
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
  const unready = lines.find((line) => !isReady(line))
  if (!unready) return
  if (unready.problems.serial === 'alreadyYours') throw alreadyYours(unready)
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

/** The unique index on a member's units decides: another tab may have been slightly faster. */
async function insertAll(tx: Database, member: Member, lines: ReadyLine[], invoiceId: string, at: Date) {
  for (const line of lines) {
    const { product, serialKey, typed } = line
    const [created] = await tx
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
    if (!created) throw alreadyYours(line)
    await tx.insert(registrationEvents).values({ registrationId: created.id, kind: 'registered', at })
    await record(tx, member, 'registration.made', { memberId: member.ownMemberId, subjectId: created.id, at })
  }
}

const alreadyYours = ({ product, typed }: CheckedLine) =>
  new Refusal('alreadyYours', undefined, {
    product: product?.name ?? typed.model,
    serial: typed.serial.trim(),
  })
