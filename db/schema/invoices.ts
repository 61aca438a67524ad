import { sql } from 'drizzle-orm'
import {
  bigint,
  check,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { invoiceState } from './enums'
import { members } from './members'

const instant = (name: string) => timestamp(name, { withTimezone: true })

/** A document a member sent as proof. The original is never shown; the worker makes pages of it. */
export const invoices = pgTable(
  'invoices',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    memberId: bigint('member_id', { mode: 'number' })
      .notNull()
      .references(() => members.id),
    storageKey: text('storage_key').notNull(),
    fileName: text('file_name').notNull(),
    mediaType: text('media_type').notNull(),
    bytes: integer('bytes').notNull(),
    sha256: text('sha256').notNull(),
    state: invoiceState('state').notNull().default('received'),
    /** Why no pages could be made: a key of the member's messages. */
    problem: text('problem'),
    receivedAt: instant('received_at').notNull().defaultNow(),
    pagesMadeAt: instant('pages_made_at'),
  },
  (t) => [
    uniqueIndex('invoices_storage_key').on(t.storageKey),
    uniqueIndex('invoices_member_file').on(t.memberId, t.sha256),
    index('invoices_received_at').on(t.receivedAt),
    check('invoices_media_type', sql`${t.mediaType} in ('application/pdf', 'image/jpeg', 'image/png')`),
    check('invoices_bytes', sql`${t.bytes} between 1 and 15728640`),
    check('invoices_sha256', sql`${t.sha256} ~ '^[0-9a-f]{64}$'`),
    check('invoices_problem', sql`(${t.state} = 'unreadable') = (${t.problem} is not null)`),
    check('invoices_pages_made', sql`(${t.state} = 'ready') = (${t.pagesMadeAt} is not null)`),
  ],
)

export const invoicePages = pgTable(
  'invoice_pages',
  {
    invoiceId: uuid('invoice_id')
      .notNull()
      .references(() => invoices.id, { onDelete: 'cascade' }),
    page: integer('page').notNull(),
    storageKey: text('storage_key').notNull(),
    width: integer('width').notNull(),
    height: integer('height').notNull(),
  },
  (t) => [
    primaryKey({ name: 'invoice_pages_pkey', columns: [t.invoiceId, t.page] }),
    uniqueIndex('invoice_pages_storage_key').on(t.storageKey),
    check('invoice_pages_page', sql`${t.page} between 1 and 20`),
  ],
)
