import { randomBytes } from 'node:crypto'
import { eq } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { decisions, drafts, invoices, reasons, registrations } from '@/db/schema'
import type { DraftLine } from '@/db/schema/registrations'
import type { Member } from '@/lib/actor'
import type { RegistrationState } from '@/lib/lists'
import { saveRegistrationDraft } from '@/lib/registrations/commands/draft'
import { registerProducts } from '@/lib/registrations/commands/register'
import { checkLines, warningMark } from '@/lib/registrations/queries/draft'

/** The current time in the tests of registrations. */
export const NOON = new Date('2026-06-15T10:00:00Z')
export const later = (minutes: number) => new Date(NOON.getTime() + minutes * 60_000)

/** An uploaded file that is not attached to anything. */
export async function newInvoice(
  db: Database,
  member: Member,
  over: Partial<typeof invoices.$inferInsert> = {},
) {
  const [invoice] = await db
    .insert(invoices)
    .values({
      memberId: member.ownMemberId,
      storageKey: `invoices/${randomBytes(16).toString('hex')}`,
      fileName: 'invoice.pdf',
      mediaType: 'application/pdf',
      bytes: 1000,
      sha256: randomBytes(32).toString('hex'),
      ...over,
    })
    .returning({ id: invoices.id })
  return String(invoice?.id)
}

let units = 0

/** A draft line that can be registered, with a unique serial number. */
export const lineOf = (over: Partial<DraftLine> = {}): DraftLine => ({
  model: 'DC-S5M2',
  serial: `UK8SU${String(++units).padStart(6, '0')}`,
  purchasedOn: '2026-05-01',
  dealer: 'Fotohaus Brillmoser GmbH',
  ...over,
})

/** Fills a draft and attaches a file, ready to send. */
export async function fillDraft(db: Database, member: Member, lines: DraftLine[], invoiceId?: string) {
  await saveRegistrationDraft(member, lines, NOON, db)
  const file = invoiceId ?? (await newInvoice(db, member))
  await db.update(drafts).set({ invoiceId: file }).where(eq(drafts.memberId, member.ownMemberId))
  return file
}

/** Registers these lines on one invoice despite any warnings, and returns the registrations' ids in the same order. */
export async function registerLines(db: Database, member: Member, lines: DraftLine[]) {
  const file = await fillDraft(db, member, lines)
  const checked = await checkLines(member, lines, NOON, db)
  const seen = checked.flatMap((line) => line.warnings.map((warning) => warningMark(line, warning)))
  await registerProducts(member, { seen }, NOON, db)
  const registered = await db
    .select({ id: registrations.id, serial: registrations.serialTyped })
    .from(registrations)
    .where(eq(registrations.invoiceId, file))
  return lines.map((line) => String(registered.find(({ serial }) => serial === line.serial.trim())?.id))
}

/** Writes a reviewer's decision directly, without the rules of reviewing. */
export async function decide(
  db: Database,
  by: string,
  id: string,
  outcome: RegistrationState,
  at = later(60),
) {
  const [registration] = await db.select().from(registrations).where(eq(registrations.id, id))
  const [reason] = await db
    .select({ id: reasons.id })
    .from(reasons)
    .where(eq(reasons.kind, outcome === 'refused' ? 'refuse' : 'ask'))
  await db
    .update(registrations)
    .set({ state: outcome, waitingSince: null, decidedAt: at })
    .where(eq(registrations.id, id))
  await db.insert(decisions).values({
    registrationId: id,
    invoiceId: String(registration?.invoiceId),
    outcome,
    reasonId: outcome === 'verified' ? null : reason?.id,
    sentence: outcome === 'verified' ? null : 'The date is cut off.',
    by,
    at,
  })
}
