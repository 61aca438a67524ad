import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { account, createdAt, id, instant } from './columns'
import { status } from './enums'

/** How many products a status needs, and how many of these must be cameras. */
export type Threshold = { products: number; cameras: number }

/**
 * The rules of the tiers from a day on. A new version is a new row; the latest that has begun and was not withdrawn is in force.
 * One by which a status was decided is never changed again: a trigger enforces that. Seeded rows have no publisher.
 */
export const statusRules = pgTable(
  'status_rules',
  {
    id: id(),
    effectiveFrom: date().notNull(),
    placeholder: boolean().notNull().default(true),
    createdAt: createdAt(),
    publishedBy: account(),
    reason: text(),
    withdrawnAt: instant(),
    withdrawnBy: account(),
    withdrawnReason: text(),
  },
  (t) => [
    uniqueIndex('status_rules_effective_from').on(t.effectiveFrom).where(sql`withdrawn_at is null`),
    check('status_rules_published_whole', sql`(${t.publishedBy} is null) = (${t.reason} is null)`),
    check(
      'status_rules_withdrawn_whole',
      sql`num_nulls(${t.withdrawnAt}, ${t.withdrawnBy}, ${t.withdrawnReason}) in (0, 3)`,
    ),
    check('status_rules_reason', sql`length(trim(${t.reason})) between 1 and 500`),
    check('status_rules_withdrawn_reason', sql`length(trim(${t.withdrawnReason})) between 1 and 500`),
  ],
)

/** Thresholds that an admin simulates and may publish: never changed, so that what is published is what was simulated. */
export const statusRuleDrafts = pgTable(
  'status_rule_drafts',
  {
    id: id(),
    effectiveFrom: date().notNull(),
    thresholds: jsonb().$type<Record<'silver' | 'gold' | 'platinum', Threshold>>().notNull(),
    by: account().notNull(),
    at: instant().notNull(),
  },
  (t) => [index('status_rule_drafts_newest').on(t.at)],
)

export const statusRuleTiers = pgTable(
  'status_rule_tiers',
  {
    statusRulesId: uuid()
      .notNull()
      .references(() => statusRules.id, { onDelete: 'cascade' }),
    status: status().notNull(),
    products: integer().notNull(),
    cameras: integer().notNull(),
  },
  (t) => [
    primaryKey({ name: 'status_rule_tiers_pkey', columns: [t.statusRulesId, t.status] }),
    check('status_rule_tiers_black_is_by_invitation', sql`${t.status} <> 'black'`),
    check('status_rule_tiers_counts', sql`${t.products} >= ${t.cameras} and ${t.cameras} >= 0`),
  ],
)
