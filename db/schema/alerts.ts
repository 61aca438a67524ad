import { sql } from 'drizzle-orm'
import { boolean, check, index, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { account, bigNumber, id, instant } from './columns'
import { alertKind } from './enums'

/** Details of an alert besides who, where and when: ids and counts, never a name or a membership number. */
export type AlertDetails = {
  count?: number
  /** The person's usual count a day. */
  usual?: number
  /** Where a member was checked first, and by whom; the alert's own columns say where the second time. */
  earlier?: { at: string; country: string; accountId: string; centreId: string }
  country?: string
}

/** Reading that is unusual. Like the log it has ids without foreign keys, so that erasing a member leaves it whole. */
export const alerts = pgTable(
  'alerts',
  {
    id: id(),
    kind: alertKind().notNull(),
    /** Who and which day, night or pause: identifies the alert among those of its kind. */
    occasion: text().notNull(),
    accountId: uuid(),
    centreId: uuid().notNull(),
    memberId: bigNumber(),
    /** When the check happened that triggered the alert. */
    at: instant().notNull(),
    details: jsonb().$type<AlertDetails>().notNull(),
    raisedAt: instant().notNull(),
    settledAt: instant(),
    settledBy: account(),
    note: text(),
  },
  (t) => [
    uniqueIndex('alerts_occasion').on(t.kind, t.occasion),
    index('alerts_open').on(t.raisedAt, t.id).where(sql`settled_at is null`),
    index('alerts_raised_at').on(t.raisedAt, t.id),
    check('alerts_settled_whole', sql`num_nulls(${t.settledAt}, ${t.settledBy}, ${t.note}) in (0, 3)`),
    check('alerts_note', sql`length(trim(${t.note})) between 1 and 500`),
    check(
      'alerts_two_countries_have_member',
      sql`(${t.kind} = 'two-countries') = (${t.memberId} is not null)`,
    ),
  ],
)

/** One row: up to when the log has been watched. The watching worker locks it. */
export const alertWatch = pgTable(
  'alert_watch',
  {
    only: boolean().primaryKey().default(true),
    until: instant().notNull(),
  },
  (t) => [check('alert_watch_one_row', sql`${t.only}`)],
)
