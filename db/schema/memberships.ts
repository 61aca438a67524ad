import { sql } from 'drizzle-orm'
import {
  check,
  date,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { MEMBERSHIP_ACTS, STATUS_CHANGE_CAUSES, TERM_CAUSES } from '../../lib/lists'
import { account, id, instant, ofMember } from './columns'
import { countries } from './countries'
import { status } from './enums'
import { oneOf } from './one-of'
import { statusRules } from './status-rules'

/** Validity is computed from the dates at every read, never stored. */
export const memberships = pgTable(
  'memberships',
  {
    memberId: ofMember().primaryKey(),
    number: text().notNull(),
    /** The opaque random part of the card's link. It grants no access by itself. */
    cardCode: text().notNull(),
    status: status().notNull().default('red'),
    /** A status granted by Panasonic (Black); the status never falls below it. */
    granted: status(),
    /** The last day of the granted status, once its end has been announced. After that, the count decides again. */
    grantedUntil: date(),
    startsOn: date().notNull(),
    expiresOn: date().notNull(),
    firstVerifiedOn: date(),
    endedOn: date(),
    endedReason: text(),
    suspendedAt: instant(),
    statusRulesId: uuid()
      .notNull()
      .references(() => statusRules.id),
  },
  (t) => [
    uniqueIndex('memberships_number').on(t.number),
    uniqueIndex('memberships_card_code').on(t.cardCode),
    check('memberships_number_form', sql`${t.number} ~ '^LP-[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$'`),
    check('memberships_term', sql`${t.expiresOn} > ${t.startsOn}`),
    check('memberships_black_is_granted', sql`${t.status} <> 'black' or ${t.granted} = 'black'`),
    check('memberships_status_not_below_granted', sql`${t.granted} is null or ${t.status} >= ${t.granted}`),
    check('memberships_granted_until', sql`${t.grantedUntil} is null or ${t.granted} is not null`),
    index('memberships_status').on(t.status),
    index('memberships_expiring').on(t.expiresOn, t.memberId, t.endedOn),
    index('memberships_ended').on(t.endedOn).where(sql`ended_on is not null`),
    index('memberships_granted_until_day').on(t.grantedUntil).where(sql`granted_until is not null`),
    check('memberships_end_has_reason', sql`(${t.endedOn} is null) = (${t.endedReason} is null)`),
  ],
)

export const terms = pgTable(
  'terms',
  {
    id: id(),
    memberId: ofMember(),
    startsOn: date().notNull(),
    expiresOn: date().notNull(),
    because: text({ enum: TERM_CAUSES }).notNull(),
    at: instant().notNull(),
  },
  (t) => [
    index('terms_member').on(t.memberId, t.at),
    check('terms_because', oneOf(t.because, TERM_CAUSES)),
    check('terms_order', sql`${t.expiresOn} > ${t.startsOn}`),
  ],
)

export const statusChanges = pgTable(
  'status_changes',
  {
    id: id(),
    memberId: ofMember(),
    from: status(),
    to: status().notNull(),
    because: text({ enum: STATUS_CHANGE_CAUSES }).notNull(),
    statusRulesId: uuid()
      .notNull()
      .references(() => statusRules.id),
    at: instant().notNull(),
  },
  (t) => [
    index('status_changes_member').on(t.memberId, t.at),
    index('status_changes_day').on(sql`((at at time zone 'Europe/Berlin')::date)`),
    check('status_changes_because', oneOf(t.because, STATUS_CHANGE_CAUSES)),
    check('status_changes_changes', sql`${t.from} is null or ${t.from} <> ${t.to}`),
  ],
)

/**
 * How many members there were at the end of a day, by country of residence and status: at month ends, and on the last counted
 * day. The worker counts at night, so that no page has to read every member.
 */
export const memberCounts = pgTable(
  'member_counts',
  {
    day: date().notNull(),
    country: text()
      .notNull()
      .references(() => countries.code),
    status: status().notNull(),
    count: integer().notNull(),
  },
  (t) => [
    primaryKey({ name: 'member_counts_pkey', columns: [t.day, t.country, t.status] }),
    check('member_counts_count', sql`${t.count} > 0`),
  ],
)

/** What an admin did to a membership, and why. The reason is erased with the member; the log keeps the id. */
export const membershipActs = pgTable(
  'membership_acts',
  {
    id: id(),
    memberId: ofMember(),
    kind: text({ enum: MEMBERSHIP_ACTS }).notNull(),
    reason: text().notNull(),
    by: account().notNull(),
    at: instant().notNull(),
  },
  (t) => [
    index('membership_acts_member').on(t.memberId, t.at),
    check('membership_acts_kind', oneOf(t.kind, MEMBERSHIP_ACTS)),
    check('membership_acts_reason', sql`length(${t.reason}) between 1 and 500`),
  ],
)
