import { sql } from 'drizzle-orm'
import {
  type AnyPgColumn,
  bigint,
  check,
  date,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { accounts } from './accounts'
import { countries } from './countries'
import { status } from './enums'
import { members } from './members'
import { ruleVersions } from './rules'

const instant = (name: string) => timestamp(name, { withTimezone: true })
const memberId = () =>
  bigint('member_id', { mode: 'number' })
    .notNull()
    .references(() => members.id, { onDelete: 'cascade' })

/** Whether it is valid is computed from its dates at every read, never stored. */
export const memberships = pgTable(
  'memberships',
  {
    memberId: memberId().primaryKey(),
    number: text('number').notNull(),
    /** The opaque random part of the card's link. It opens nothing by itself. */
    cardCode: text('card_code').notNull(),
    status: status('status').notNull().default('red'),
    /** A status given by Panasonic (Black); the status never falls below it. */
    granted: status('granted'),
    /** The last day of what was granted, once its end has been announced. The day after, the count decides again. */
    grantedUntil: date('granted_until'),
    startsOn: date('starts_on').notNull(),
    expiresOn: date('expires_on').notNull(),
    firstVerifiedOn: date('first_verified_on'),
    endedOn: date('ended_on'),
    endedReason: text('ended_reason'),
    suspendedAt: instant('suspended_at'),
    ruleVersionId: uuid('rule_version_id')
      .notNull()
      .references(() => ruleVersions.id),
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
    id: uuid('id').primaryKey().defaultRandom(),
    memberId: memberId(),
    startsOn: date('starts_on').notNull(),
    expiresOn: date('expires_on').notNull(),
    because: text('because').notNull(),
    at: instant('at').notNull(),
  },
  (t) => [
    index('terms_member').on(t.memberId, t.at),
    check('terms_because', sql`${t.because} in ('joined', 'first-verification', 'renewal')`),
    check('terms_order', sql`${t.expiresOn} > ${t.startsOn}`),
  ],
)

export const statusChanges = pgTable(
  'status_changes',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    memberId: memberId(),
    from: status('from'),
    to: status('to').notNull(),
    because: text('because').notNull(),
    ruleVersionId: uuid('rule_version_id')
      .notNull()
      .references(() => ruleVersions.id),
    at: instant('at').notNull(),
  },
  (t) => [
    index('status_changes_member').on(t.memberId, t.at),
    index('status_changes_day').on(sql`((at at time zone 'Europe/Berlin')::date)`),
    check(
      'status_changes_because',
      sql`${t.because} in ('joined', 'verified', 'catalogue', 'programme', 'granted', 'term-end')`,
    ),
    check('status_changes_changes', sql`${t.from} is null or ${t.from} <> ${t.to}`),
  ],
)

/**
 * How many members there were at the end of a day, by the country they live in and their status: month ends, and the last day
 * that was counted. The worker counts at night, so that no page reads every member.
 */
export const memberCounts = pgTable(
  'member_counts',
  {
    day: date('day').notNull(),
    country: text('country')
      .notNull()
      .references(() => countries.code),
    status: status('status').notNull(),
    count: integer('count').notNull(),
  },
  (t) => [
    primaryKey({ name: 'member_counts_pkey', columns: [t.day, t.country, t.status] }),
    check('member_counts_count', sql`${t.count} > 0`),
  ],
)

/** What an admin did to a membership, and why. The reason goes with the member; the log keeps the id. */
export const membershipActs = pgTable(
  'membership_acts',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    memberId: memberId(),
    kind: text('kind').$type<'name-corrected' | 'suspended' | 'lifted' | 'ended'>().notNull(),
    reason: text('reason').notNull(),
    by: uuid('by')
      .notNull()
      .references((): AnyPgColumn => accounts.id),
    at: instant('at').notNull(),
  },
  (t) => [
    index('membership_acts_member').on(t.memberId, t.at),
    check('membership_acts_kind', sql`${t.kind} in ('name-corrected', 'suspended', 'lifted', 'ended')`),
    check('membership_acts_reason', sql`length(${t.reason}) between 1 and 500`),
  ],
)
