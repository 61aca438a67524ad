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
import { sentFile, typedFrom } from './papers'
import type { Purchase } from './purchases'
import { must, type Stage } from './stage'

/**
 * A member types a list, uploads its file and registers, as the pages do it; then the worker's task makes the file's
 * pages. It is the same task in a process of the same kind, but called here: what is decided next needs the pages, and a
 * worker sees nothing of this transaction before it is over. Its jobs are queued all the same and find nothing to do.
 */
export async function send({ tx, papers, members, sent }: Stage, purchase: Purchase, at: Date) {
  const member = must(members.get(purchase.by), purchase.by)
  const paper = must(papers.get(purchase.file), purchase.file)
  const lines = typedFrom(paper, purchase, berlinDate(at))
  await saveRegistrationDraft(member, lines, at, tx)
  const file = await storeFile(sentFile(paper, purchase))
  const { id: invoice } = await receiveInvoice(member, file, 'draft', at, tx)
  await registerProducts(member, { seen: await warningsOf(tx, member, lines, at) }, at, tx)
  await makePages({ invoice }, { on: tx, mailer, at, lastTry: false, signal: new AbortController().signal })
  sent.set(purchase, await registered(tx, invoice))
}

/** What a member says who has read every warning. */
async function warningsOf(tx: Stage['tx'], member: Member, lines: DraftLine[], at: Date) {
  const checked = await checkLines(member, lines, at, tx)
  return checked.flatMap((line) => line.warnings.map((warning) => warningMark(line, warning)))
}

const registered = (tx: Stage['tx'], invoice: string) =>
  tx
    .select({ id: registrations.id, invoice: registrations.invoiceId, model: products.modelNumber })
    .from(registrations)
    .innerJoin(products, eq(products.id, registrations.productId))
    .where(eq(registrations.invoiceId, invoice))

/** Making pages sends nothing. */
const mailer = { send: async () => {}, close: () => {} }
