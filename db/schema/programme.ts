import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  date,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { documentKind, reasonKind, status } from './enums'

/** A sentence in each language we speak. */
export type Texts = { en: string; de: string }

/** Where the programme is offered, and who runs it where it is not. */
export const countries = pgTable(
  'countries',
  {
    code: text('code').primaryKey(),
    offered: boolean('offered').notNull(),
    operator: text('operator'),
    operatorUrl: text('operator_url'),
  },
  (t) => [check('countries_code', sql`${t.code} ~ '^[A-Z]{2}$'`)],
)

/** The rule of the tiers from a day on. A new version is a new row; the latest that has begun is in force. */
export const ruleVersions = pgTable(
  'rule_versions',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    effectiveFrom: date('effective_from').notNull(),
    placeholder: boolean('placeholder').notNull().default(true),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [uniqueIndex('rule_versions_effective_from').on(t.effectiveFrom)],
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
  },
  (t) => [uniqueIndex('benefits_key').on(t.key)],
)

/** What a status brings in a country (null: in every country without a row of its own). */
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
    check('services_dates', sql`${t.effectiveTo} is null or ${t.effectiveTo} >= ${t.effectiveFrom}`),
  ],
)

/** Why a reviewer asks again, refuses or ends, in words for the member. */
export const reasons = pgTable(
  'reasons',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    key: text('key').notNull(),
    kind: reasonKind('kind').notNull(),
    texts: jsonb('texts').$type<Texts>().notNull(),
    position: integer('position').notNull(),
  },
  (t) => [uniqueIndex('reasons_key').on(t.key)],
)

/** A version of the privacy policy or of the terms. */
export const documents = pgTable(
  'documents',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    kind: documentKind('kind').notNull(),
    version: text('version').notNull(),
    effectiveFrom: date('effective_from').notNull(),
  },
  (t) => [uniqueIndex('documents_version').on(t.kind, t.version)],
)
