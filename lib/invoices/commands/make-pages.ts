import 'server-only'
import { and, eq } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { invoicePages, invoices } from '@/db/schema'
import type { Page } from '@/lib/files/decode/page'
import type { DecodeProblem } from '@/lib/files/decode/problems'
import { storage } from '@/lib/files/storage'
import { record } from '@/lib/log/record'

/** Returns an invoice that waits for its pages; undefined when they exist, cannot be rendered, or it is gone. */
export async function findInvoiceWithoutPages(id: string, on: Database) {
  const [invoice] = await on
    .select({ id: invoices.id, storageKey: invoices.storageKey, mediaType: invoices.mediaType })
    .from(invoices)
    .where(and(eq(invoices.id, id), eq(invoices.state, 'received')))
  return invoice
}

/** Stores the pages of an invoice that waits for them. When another attempt was quicker, it stores none. */
export async function savePages(id: string, pages: Page[], at: Date, on: Database) {
  const rows = pages.map(({ width, height }, index) => ({
    invoiceId: id,
    page: index + 1,
    storageKey: storage().newKey('pages'),
    width,
    height,
  }))
  try {
    for (const [index, { storageKey }] of rows.entries())
      await storage().put(storageKey, pages[index]?.image ?? Buffer.alloc(0))
    const saved = await on.transaction(async (tx) => {
      if (!(await recordOutcome(tx, id, { state: 'ready', pagesMadeAt: at }, at))) return false
      await tx.insert(invoicePages).values(rows)
      return true
    })
    if (!saved) await removeAll(rows)
  } catch (error) {
    await removeUnlessStored(rows, on)
    throw error
  }
}

/** Records why no pages can be rendered for an invoice that waits for them. */
export async function markUnreadable(id: string, problem: DecodeProblem, at: Date, on: Database) {
  await on.transaction((tx) => recordOutcome(tx, id, { state: 'unreadable', problem }, at))
}

async function recordOutcome(
  tx: Database,
  id: string,
  outcome: { state: 'ready'; pagesMadeAt: Date } | { state: 'unreadable'; problem: DecodeProblem },
  at: Date,
) {
  const [settled] = await tx
    .update(invoices)
    .set(outcome)
    .where(and(eq(invoices.id, id), eq(invoices.state, 'received')))
    .returning({ memberId: invoices.memberId })
  if (!settled) return false
  await record(tx, null, `invoice.${outcome.state}`, { memberId: settled.memberId, subjectId: id, at })
  return true
}

type StoredPages = { invoiceId: string; storageKey: string }[]

const removeAll = (pages: StoredPages) =>
  Promise.all(pages.map(({ storageKey }) => storage().remove(storageKey)))

/** As with the original: when the outcome is unknown, the files stay. */
async function removeUnlessStored(pages: StoredPages, on: Database) {
  const id = pages[0]?.invoiceId
  if (!id) return
  const saved = await on
    .select({ storageKey: invoicePages.storageKey })
    .from(invoicePages)
    .where(eq(invoicePages.invoiceId, id))
    .catch(() => null)
  const keys = new Set(saved?.map(({ storageKey }) => storageKey))
  if (saved) await removeAll(pages.filter(({ storageKey }) => !keys.has(storageKey)))
}
