import { sql } from 'drizzle-orm'
import {
  type AnyPgColumn,
  boolean,
  check,
  date,
  integer,
  jsonb,
  pgTable,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { accounts } from './accounts'
import { countries } from './countries'
import { status } from './enums'
import type { Texts } from './texts'

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
