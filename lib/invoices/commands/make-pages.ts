import 'server-only'
import { and, eq } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { invoicePages, invoices } from '@/db/schema'
import type { Page } from '@/lib/files/decode/page'
import type { DecodeProblem } from '@/lib/files/decode/problems'
import { storage } from '@/lib/files/storage'
import { record } from '@/lib/log/record'

/** An invoice that waits for its pages; undefined when they are made, cannot be made, or it is gone. */
export async function findInvoiceWithoutPages(id: string, on: Database) {
  const [invoice] = await on
    .select({ id: invoices.id, storageKey: invoices.storageKey, mediaType: invoices.mediaType })
    .from(invoices)
    .where(and(eq(invoices.id, id), eq(invoices.state, 'received')))
  return invoice
}

/** Keeps the pages of an invoice that waits for them. When another try was quicker, it keeps none. */
export async function savePages(id: string, pages: Page[], at: Date, on: Database) {
  const stored = pages.map(({ width, height }, index) => ({
    invoiceId: id,
    page: index + 1,
    storageKey: storage().newKey('pages'),
    width,
    height,
  }))
  try {
    for (const [index, { storageKey }] of stored.entries())
      await storage().put(storageKey, pages[index]?.image ?? Buffer.alloc(0))
    const kept = await on.transaction(async (tx) => {
      if (!(await settle(tx, id, { state: 'ready', pagesMadeAt: at }, at))) return false
      await tx.insert(invoicePages).values(stored)
      return true
    })
    if (!kept) await removeAll(stored)
  } catch (error) {
    await removeUnlessKept(stored, on)
    throw error
  }
}

/** Says why no pages can be made of an invoice that waits for them. */
export async function markUnreadable(id: string, problem: DecodeProblem, at: Date, on: Database) {
  await on.transaction((tx) => settle(tx, id, { state: 'unreadable', problem }, at))
}

async function settle(
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

type Stored = { invoiceId: string; storageKey: string }[]

const removeAll = (pages: Stored) => Promise.all(pages.map(({ storageKey }) => storage().remove(storageKey)))

/** As with the original: when the outcome is unknown, the files stay. */
async function removeUnlessKept(pages: Stored, on: Database) {
  const id = pages[0]?.invoiceId
  if (!id) return
  const kept = await on
    .select({ storageKey: invoicePages.storageKey })
    .from(invoicePages)
    .where(eq(invoicePages.invoiceId, id))
    .catch(() => null)
  const keys = new Set(kept?.map(({ storageKey }) => storageKey))
  if (kept) await removeAll(pages.filter(({ storageKey }) => !keys.has(storageKey)))
}
