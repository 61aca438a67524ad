import { sql } from 'drizzle-orm'
import { boolean, check, date, integer, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { UNITS } from '../../lib/lists'
import { account, id, instant } from './columns'
import { countries } from './countries'
import { status } from './enums'
import { oneOf } from './one-of'
import type { Translated } from './translated'

/** A kind of service. `unit` is the unit of its quantity: per term, working days, per cent, or none. */
export const benefits = pgTable(
  'benefits',
  {
    id: id(),
    key: text().notNull(),
    texts: jsonb().$type<Translated>().notNull(),
    position: integer().notNull(),
    unit: text({ enum: UNITS }),
  },
  (t) => [uniqueIndex('benefits_key').on(t.key), check('benefits_unit', oneOf(t.unit, UNITS))],
)

/**
 * The services of a status in a country (null: in every country without a row of its own). A country's row that is not
 * `offered` withholds what all others have. Lines of one benefit, status and country never overlap (`services_no_overlap`),
 * and lines that have begun never change (a trigger). Seeded rows have no publisher.
 */
export const services = pgTable(
  'services',
  {
    id: id(),
    benefitId: uuid()
      .notNull()
      .references(() => benefits.id),
    status: status().notNull(),
    country: text().references(() => countries.code),
    /** The whole line as the member and the desk read it: "2 sensor checks and cleans a year". */
    texts: jsonb().$type<Translated>().notNull(),
    quantity: integer(),
    offered: boolean().notNull().default(true),
    /** It replaced the line before it, which is extended again if this one is withdrawn. */
    continues: boolean().notNull().default(false),
    publishedBy: account(),
    publishedAt: instant(),
    reason: text(),
    effectiveFrom: date().notNull(),
    effectiveTo: date(),
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
