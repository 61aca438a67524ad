import { sql } from 'drizzle-orm'
import { check, date, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { account, createdAt, id, instant } from './columns'
import { language, textKind } from './enums'

/**
 * A version of the privacy policy or of the terms: a draft, then published with the day it takes effect, possibly withdrawn
 * before that day. Once published its words never change; a trigger enforces that. Seeded rows have no publisher.
 */
export const texts = pgTable(
  'texts',
  {
    id: id(),
    kind: textKind().notNull(),
    /** Its name, also in its address: /terms/2026-11. */
    version: text().notNull(),
    effectiveFrom: date(),
    createdAt: createdAt(),
    /** When its words were last saved: saving or publishing must quote it, so that nobody overwrites a change they have not seen. */
    changedAt: instant().notNull().defaultNow(),
    publishedAt: instant(),
    publishedBy: account(),
    reason: text(),
    withdrawnAt: instant(),
    withdrawnBy: account(),
    withdrawnReason: text(),
  },
  (t) => [
    uniqueIndex('texts_version').on(t.kind, t.version),
    uniqueIndex('texts_effective_from')
      .on(t.kind, t.effectiveFrom)
      .where(sql`published_at is not null and withdrawn_at is null`),
    uniqueIndex('texts_draft').on(t.kind).where(sql`published_at is null`),
    check('texts_version_is_an_address', sql`${t.version} ~ '^[a-z0-9][a-z0-9.-]{0,19}$'`),
    check('texts_published_whole', sql`(${t.publishedAt} is null) = (${t.effectiveFrom} is null)`),
    check('texts_publisher_says_why', sql`(${t.publishedBy} is null) = (${t.reason} is null)`),
    check(
      'texts_withdrawn_whole',
      sql`num_nulls(${t.withdrawnAt}, ${t.withdrawnBy}, ${t.withdrawnReason}) in (0, 3) and (${t.withdrawnAt} is null or ${t.publishedAt} is not null)`,
    ),
    check('texts_reason', sql`length(trim(${t.reason})) between 1 and 500`),
    check('texts_withdrawn_reason', sql`length(trim(${t.withdrawnReason})) between 1 and 500`),
  ],
)

/** The words of a version in a language, in the part of Markdown that lib/texts/markdown.ts reads. */
export const textBodies = pgTable(
  'text_bodies',
  {
    textId: uuid()
      .notNull()
      .references(() => texts.id, { onDelete: 'cascade' }),
    language: language().notNull(),
    body: text().notNull(),
  },
  (t) => [
    primaryKey({ name: 'text_bodies_pkey', columns: [t.textId, t.language] }),
    check('text_bodies_body', sql`length(trim(${t.body})) between 1 and 60000`),
  ],
)
