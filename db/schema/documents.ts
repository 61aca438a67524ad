import { sql } from 'drizzle-orm'
import { check, date, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { account, createdAt, id, instant } from './columns'
import { documentKind, language } from './enums'

/**
 * A version of the privacy policy or of the terms: a draft, then published with the day from which it holds, perhaps withdrawn
 * before that day. Once published its words never change; a trigger holds that. What came with the installation has no publisher.
 */
export const documents = pgTable(
  'documents',
  {
    id: id(),
    kind: documentKind().notNull(),
    /** What it is called, and its address: /terms/2026-11. */
    version: text().notNull(),
    effectiveFrom: date(),
    createdAt: createdAt(),
    /** When its words were last saved: who saves or publishes names it, so that nobody overwrites what they have not seen. */
    changedAt: instant().notNull().defaultNow(),
    publishedAt: instant(),
    publishedBy: account(),
    reason: text(),
    withdrawnAt: instant(),
    withdrawnBy: account(),
    withdrawnReason: text(),
  },
  (t) => [
    uniqueIndex('documents_version').on(t.kind, t.version),
    uniqueIndex('documents_effective_from')
      .on(t.kind, t.effectiveFrom)
      .where(sql`published_at is not null and withdrawn_at is null`),
    uniqueIndex('documents_draft').on(t.kind).where(sql`published_at is null`),
    check('documents_version_is_an_address', sql`${t.version} ~ '^[a-z0-9][a-z0-9.-]{0,19}$'`),
    check('documents_published_whole', sql`(${t.publishedAt} is null) = (${t.effectiveFrom} is null)`),
    check('documents_publisher_says_why', sql`(${t.publishedBy} is null) = (${t.reason} is null)`),
    check(
      'documents_withdrawn_whole',
      sql`num_nulls(${t.withdrawnAt}, ${t.withdrawnBy}, ${t.withdrawnReason}) in (0, 3) and (${t.withdrawnAt} is null or ${t.publishedAt} is not null)`,
    ),
    check('documents_reason', sql`length(trim(${t.reason})) between 1 and 500`),
    check('documents_withdrawn_reason', sql`length(trim(${t.withdrawnReason})) between 1 and 500`),
  ],
)

/** The words of a version in a language, in the part of Markdown that lib/texts/markdown.ts reads. */
export const documentTexts = pgTable(
  'document_texts',
  {
    documentId: uuid()
      .notNull()
      .references(() => documents.id, { onDelete: 'cascade' }),
    language: language().notNull(),
    body: text().notNull(),
  },
  (t) => [
    primaryKey({ name: 'document_texts_pkey', columns: [t.documentId, t.language] }),
    check('document_texts_body', sql`length(trim(${t.body})) between 1 and 60000`),
  ],
)
