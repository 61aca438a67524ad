import { eq } from 'drizzle-orm'
import { products, registrations } from '@/db/schema'
import type { DraftLine } from '@/db/schema/registrations'
import type { Member } from '@/lib/actor'
import { storeFile } from '@/lib/files/uploads/take-in'
import { receiveInvoice } from '@/lib/invoices/commands/receive'
import { saveRegistrationDraft } from '@/lib/registrations/commands/draft'
import { registerProducts } from '@/lib/registrations/commands/register'
import { checkLines, warningMark } from '@/lib/registrations/queries/draft'
import { berlinDate } from '@/lib/time'
import { makePages } from '@/lib/worker/tasks/make-pages'
import { draftLinesFrom, fileToUpload } from './papers'
import type { Purchase } from './purchases'
import { required, type Stage } from './stage'

/**
 * Saves a draft, uploads its file and registers, as the pages do; then the worker's task makes the page images. The task
 * is called directly, because the decisions that follow need the images and a worker sees nothing of this transaction
 * before it commits. Its jobs are queued as well and find nothing to do.
 */
export async function sendPurchase({ tx, papers, members, sent }: Stage, purchase: Purchase, at: Date) {
  const member = required(members.get(purchase.by), purchase.by)
  const paper = required(papers.get(purchase.file), purchase.file)
  const lines = draftLinesFrom(paper, purchase, berlinDate(at))
  await saveRegistrationDraft(member, lines, at, tx)
  const file = await storeFile(fileToUpload(paper, purchase))
  const { id: invoice } = await receiveInvoice(member, file, 'draft', at, tx)
  await registerProducts(member, { seen: await warningsOf(tx, member, lines, at) }, at, tx)
  await makePages({ invoice }, { on: tx, mailer, at, lastTry: false, signal: new AbortController().signal })
  sent.set(purchase, await registrationsOn(tx, invoice))
}

/** Acknowledges every warning. */
async function warningsOf(tx: Stage['tx'], member: Member, lines: DraftLine[], at: Date) {
  const checked = await checkLines(member, lines, at, tx)
  return checked.flatMap((line) => line.warnings.map((warning) => warningMark(line, warning)))
}

const registrationsOn = (tx: Stage['tx'], invoice: string) =>
  tx
    .select({ id: registrations.id, invoice: registrations.invoiceId, model: products.modelNumber })
    .from(registrations)
    .innerJoin(products, eq(products.id, registrations.productId))
    .where(eq(registrations.invoiceId, invoice))

/** Making pages sends nothing. */
const mailer = { send: async () => {}, close: () => {} }
