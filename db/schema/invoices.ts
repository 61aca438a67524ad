import { sql } from 'drizzle-orm'
import { check, index, integer, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { MEDIA_TYPES } from '../../lib/lists'
import { bigNumber, id, instant } from './columns'
import { invoiceState } from './enums'
import { members } from './members'
import { oneOf } from './one-of'

/** A document a member sent as proof. The original is never shown; the worker makes page images of it. */
export const invoices = pgTable(
  'invoices',
  {
    id: id(),
    memberId: bigNumber()
      .notNull()
      .references(() => members.id),
    storageKey: text().notNull(),
    fileName: text().notNull(),
    mediaType: text({ enum: MEDIA_TYPES }).notNull(),
    bytes: integer().notNull(),
    sha256: text().notNull(),
    state: invoiceState().notNull().default('received'),
    /** Why no page images could be made: a key of the member's messages. */
    problem: text(),
    receivedAt: instant().notNull().defaultNow(),
    pagesMadeAt: instant(),
  },
  (t) => [
    uniqueIndex('invoices_storage_key').on(t.storageKey),
    uniqueIndex('invoices_member_file').on(t.memberId, t.sha256),
    index('invoices_received_at').on(t.receivedAt),
    check('invoices_media_type', oneOf(t.mediaType, MEDIA_TYPES)),
    check('invoices_bytes', sql`${t.bytes} between 1 and 15728640`),
    check('invoices_sha256', sql`${t.sha256} ~ '^[0-9a-f]{64}$'`),
    check('invoices_problem', sql`(${t.state} = 'unreadable') = (${t.problem} is not null)`),
    check('invoices_pages_made', sql`(${t.state} = 'ready') = (${t.pagesMadeAt} is not null)`),
  ],
)

export const invoicePages = pgTable(
  'invoice_pages',
  {
    invoiceId: uuid()
      .notNull()
      .references(() => invoices.id, { onDelete: 'cascade' }),
    page: integer().notNull(),
    storageKey: text().notNull(),
    width: integer().notNull(),
    height: integer().notNull(),
  },
  (t) => [
    primaryKey({ name: 'invoice_pages_pkey', columns: [t.invoiceId, t.page] }),
    uniqueIndex('invoice_pages_storage_key').on(t.storageKey),
    check('invoice_pages_page', sql`${t.page} between 1 and 20`),
  ],
)
