import { sql } from 'drizzle-orm'
import {
  type AnyPgColumn,
  boolean,
  check,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { accounts } from './accounts'
import { documentKind, language, reasonKind, status } from './enums'

/** A sentence in each language we speak. */
export type Texts = { en: string; de: string }

/** From which day and to which the programme is offered in a country (both included), and who runs it where it is not. */
export const countries = pgTable(
  'countries',
  {
    code: text('code').primaryKey(),
    offeredFrom: date('offered_from'),
    /** The last day; none while it goes on. */
    offeredTo: date('offered_to'),
    operator: text('operator'),
    operatorUrl: text('operator_url'),
  },
  (t) => [
    check('countries_code', sql`${t.code} ~ '^[A-Z]{2}$'`),
    // A "to" without a "from" makes the comparison null, which a check would let pass.
    check(
      'countries_dates',
      sql`${t.offeredTo} is null or coalesce(${t.offeredFrom} <= ${t.offeredTo}, false)`,
    ),
    check(
      'countries_operator_url',
      sql`${t.operatorUrl} is null or (${t.operator} is not null and ${t.operatorUrl} like 'https://%')`,
    ),
  ],
)

/** How many products a status needs, and how many of these must be cameras. */
export type Threshold = { products: number; cameras: number }

/**
 * The rule of the tiers from a day on. A new version is a new row; the latest that has begun and was not withdrawn is in force.
 * One that somebody was judged by is never changed again: a trigger holds that. What came with the installation has no publisher.
 */
export const ruleVersions = pgTable(
  'rule_versions',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    effectiveFrom: date('effective_from').notNull(),
    placeholder: boolean('placeholder').notNull().default(true),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
    publishedBy: uuid('published_by').references((): AnyPgColumn => accounts.id),
    reason: text('reason'),
    withdrawnAt: timestamp('withdrawn_at', { withTimezone: true }),
    withdrawnBy: uuid('withdrawn_by').references((): AnyPgColumn => accounts.id),
    withdrawnReason: text('withdrawn_reason'),
  },
  (t) => [
    uniqueIndex('rule_versions_effective_from').on(t.effectiveFrom).where(sql`withdrawn_at is null`),
    check('rule_versions_published_whole', sql`(${t.publishedBy} is null) = (${t.reason} is null)`),
    check(
      'rule_versions_withdrawn_whole',
      sql`num_nulls(${t.withdrawnAt}, ${t.withdrawnBy}, ${t.withdrawnReason}) in (0, 3)`,
    ),
    check('rule_versions_reason', sql`length(trim(${t.reason})) between 1 and 500`),
    check('rule_versions_withdrawn_reason', sql`length(trim(${t.withdrawnReason})) between 1 and 500`),
  ],
)

/** Thresholds that an admin simulates and may publish: never changed, so that what is published is what was simulated. */
export const ruleDrafts = pgTable(
  'rule_drafts',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    effectiveFrom: date('effective_from').notNull(),
    thresholds: jsonb('thresholds').$type<Record<'silver' | 'gold' | 'platinum', Threshold>>().notNull(),
    by: uuid('by')
      .notNull()
      .references((): AnyPgColumn => accounts.id),
    at: timestamp('at', { withTimezone: true }).notNull(),
  },
  (t) => [index('rule_drafts_newest').on(t.at)],
)

export const ruleTiers = pgTable(
  'rule_tiers',
  {
    ruleVersionId: uuid('rule_version_id')
      .notNull()
      .references(() => ruleVersions.id, { onDelete: 'cascade' }),
    status: status('status').notNull(),
    products: integer('products').notNull(),
    cameras: integer('cameras').notNull(),
  },
  (t) => [
    primaryKey({ name: 'rule_tiers_pkey', columns: [t.ruleVersionId, t.status] }),
    check('rule_tiers_black_is_by_invitation', sql`${t.status} <> 'black'`),
    check('rule_tiers_counts', sql`${t.products} >= ${t.cameras} and ${t.cameras} >= 0`),
  ],
)

/** A kind of service. `unit` says how its quantity reads: per term, working days, per cent, or none at all. */
export const benefits = pgTable(
  'benefits',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    key: text('key').notNull(),
    texts: jsonb('texts').$type<Texts>().notNull(),
    position: integer('position').notNull(),
    unit: text('unit'),
  },
  (t) => [
    uniqueIndex('benefits_key').on(t.key),
    check('benefits_unit', sql`${t.unit} in ('per-term', 'working-days', 'per-cent')`),
  ],
)

/**
 * What a status brings in a country (null: in every country without a row of its own). Where it is not `offered`, the row of a country
 * takes back what every other has. Lines of one benefit, status and country never overlap (`services_no_overlap`), and what has
 * begun stays as it was (a trigger). What came with the installation has no publisher.
 */
export const services = pgTable(
  'services',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    benefitId: uuid('benefit_id')
      .notNull()
      .references(() => benefits.id),
    status: status('status').notNull(),
    country: text('country').references(() => countries.code),
    /** The whole line as the member and the desk read it: "2 sensor checks and cleans a year". */
    texts: jsonb('texts').$type<Texts>().notNull(),
    quantity: integer('quantity'),
    offered: boolean('offered').notNull().default(true),
    /** It took over from the line before, which goes on when this one is taken back. */
    continues: boolean('continues').notNull().default(false),
    publishedBy: uuid('published_by').references((): AnyPgColumn => accounts.id),
    publishedAt: timestamp('published_at', { withTimezone: true }),
    reason: text('reason'),
    effectiveFrom: date('effective_from').notNull(),
    effectiveTo: date('effective_to'),
  },
  (t) => [
    uniqueIndex('services_unique').on(
      t.benefitId,
      t.status,
      sql`coalesce(${t.country}, '')`,
      t.effectiveFrom,
    ),
    check('services_red_has_none', sql`${t.status} <> 'red'`),
    check('services_withheld_in_a_country', sql`${t.offered} or ${t.country} is not null`),
    check(
      'services_published_whole',
      sql`num_nulls(${t.publishedBy}, ${t.publishedAt}, ${t.reason}) in (0, 3)`,
    ),
    check('services_reason', sql`length(trim(${t.reason})) between 1 and 500`),
    check('services_dates', sql`${t.effectiveTo} is null or ${t.effectiveTo} >= ${t.effectiveFrom}`),
  ],
)

/**
 * Why a reviewer asks again, refuses or ends, in words for the member. Decisions point to what was said, so words that were
 * used never change: other words are another row, which `replaces` this one.
 */
export const reasons = pgTable(
  'reasons',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    /** By what the seed knows its own again. */
    key: text('key').notNull().default(sql`gen_random_uuid()::text`),
    kind: reasonKind('kind').notNull(),
    /** What becomes of a registration that is ended with it. */
    ending: text('ending').$type<'sold' | 'refused'>(),
    texts: jsonb('texts').$type<Texts>().notNull(),
    position: integer('position').notNull(),
    /** Since when no reviewer can choose it any more. */
    retiredAt: timestamp('retired_at', { withTimezone: true }),
    replaces: uuid('replaces').references((): AnyPgColumn => reasons.id),
  },
  (t) => [
    uniqueIndex('reasons_key').on(t.key),
    uniqueIndex('reasons_replaces').on(t.replaces),
    check(
      'reasons_texts',
      sql`coalesce(length(trim(${t.texts} ->> 'en')), 0) between 1 and 600 and coalesce(length(trim(${t.texts} ->> 'de')), 0) between 1 and 600`,
    ),
    check(
      'reasons_ending',
      sql`case when ${t.kind} = 'end' then coalesce(${t.ending} in ('sold', 'refused'), false) else ${t.ending} is null end`,
    ),
  ],
)

/**
 * A version of the privacy policy or of the terms: a draft, then published with the day from which it holds, perhaps withdrawn
 * before that day. Once published its words never change; a trigger holds that. What came with the installation has no publisher.
 */
export const documents = pgTable(
  'documents',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    kind: documentKind('kind').notNull(),
    /** What it is called, and its address: /terms/2026-11. */
    version: text('version').notNull(),
    effectiveFrom: date('effective_from'),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
    /** When its words were last saved: who saves or publishes names it, so that nobody overwrites what they have not seen. */
    changedAt: timestamp('changed_at', { withTimezone: true }).notNull().defaultNow(),
    publishedAt: timestamp('published_at', { withTimezone: true }),
    publishedBy: uuid('published_by').references((): AnyPgColumn => accounts.id),
    reason: text('reason'),
    withdrawnAt: timestamp('withdrawn_at', { withTimezone: true }),
    withdrawnBy: uuid('withdrawn_by').references((): AnyPgColumn => accounts.id),
    withdrawnReason: text('withdrawn_reason'),
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

/** The words of a version in a language, in the part of Markdown that lib/documents/markdown.ts reads. */
export const documentTexts = pgTable(
  'document_texts',
  {
    documentId: uuid('document_id')
      .notNull()
      .references(() => documents.id, { onDelete: 'cascade' }),
    language: language('language').notNull(),
    body: text('body').notNull(),
  },
  (t) => [
    primaryKey({ name: 'document_texts_pkey', columns: [t.documentId, t.language] }),
    check('document_texts_body', sql`length(trim(${t.body})) between 1 and 60000`),
  ],
)
