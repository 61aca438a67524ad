import { sql } from 'drizzle-orm'
import { type AnyPgColumn, boolean, check, date, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { EEA } from '../../lib/lists'
import { accounts } from './accounts'
import { id } from './columns'
import { countries } from './countries'
import { legalBasis } from './enums'
import { oneOf } from './one-of'

/** A service centre, anywhere in the world. */
export const centres = pgTable(
  'centres',
  {
    id: id(),
    name: text().notNull(),
    city: text().notNull(),
    country: text()
      .notNull()
      .references(() => countries.code),
    /** The centre's time zone (IANA); the nights and days of its people are calculated in it. */
    timeZone: text().notNull().default('Europe/Berlin'),
    open: boolean().notNull().default(true),
    /** The languages spoken there, as ISO 639 codes. */
    languages: text().array().notNull().default(sql`'{}'`),
    /** How an admin can contact it: an address, a telephone number. */
    contact: text(),
    /** Who is responsible for the centre's people. */
    leadId: uuid().references((): AnyPgColumn => accounts.id, { onDelete: 'set null' }),
    /** What allows our members' data to be read there; without it the desk is closed. */
    legalBasis: legalBasis(),
    adequacyDecision: text(),
    clausesOn: date(),
  },
  (t) => [
    uniqueIndex('centres_name').on(t.name),
    // Postgres raises an error of its own for an unknown time zone.
    check('centres_time_zone', sql`(timestamptz '2026-01-01 00:00Z' at time zone ${t.timeZone}) is not null`),
    check(
      'centres_adequacy_has_decision',
      sql`(${t.legalBasis} is not distinct from 'adequacy') = (${t.adequacyDecision} is not null)`,
    ),
    check(
      'centres_clauses_have_date',
      sql`(${t.legalBasis} is not distinct from 'clauses') = (${t.clausesOn} is not null)`,
    ),
    check('centres_eu_is_for_eea', sql`${t.legalBasis} is distinct from 'eu' or ${oneOf(t.country, EEA)}`),
  ],
)
