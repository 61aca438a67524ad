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
import { status } from './enums'

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
