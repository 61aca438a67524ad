import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  index,
  pgSequence,
  pgTable,
  pgView,
  primaryKey,
  text,
  uuid,
} from 'drizzle-orm/pg-core'
import { READ_ACTIONS } from '../../lib/lists'
import { bigNumber, instant } from './columns'
import { checkPurpose, role } from './enums'
import { noneOf, oneOf } from './one-of'

/** Shared by both tables of the log, so that ids order all entries. */
export const logIds = pgSequence('log_ids')

const entry = {
  at: instant().notNull(),
  actorId: uuid(),
  actorRole: role(),
  memberId: bigNumber(),
  subjectId: uuid(),
  centreId: uuid(),
  country: text(),
  reason: text(),
}
const checked = {
  purpose: checkPurpose(),
  caseNumber: text(),
  hit: boolean(),
}
const numbered = () => bigNumber().notNull().default(sql`nextval('log_ids')`)

/**
 * Who looked at personal data. Append-only by privilege and trigger, with one partition per month (db/functions). Ids only,
 * and no foreign keys, so that erasing a member leaves it intact. The same applies to `log_acts`.
 */
export const logReads = pgTable(
  'log_reads',
  { id: numbered(), action: text({ enum: READ_ACTIONS }).notNull(), ...entry, ...checked },
  (t) => [
    primaryKey({ name: 'log_reads_pkey', columns: [t.id, t.at] }),
    index('log_reads_member').on(t.memberId, t.at).where(sql`member_id is not null`),
    index('log_reads_actor').on(t.actorId, t.at),
    index('log_reads_at').on(t.at, t.id),
    index('log_reads_action').on(t.action, t.at),
    index('log_reads_centre').on(t.centreId, t.at).where(sql`centre_id is not null`),
    check('log_reads_action_reads', oneOf(t.action, READ_ACTIONS)),
  ],
)

/** Who did what. */
export const logActs = pgTable('log_acts', { id: numbered(), action: text().notNull(), ...entry }, (t) => [
  primaryKey({ name: 'log_acts_pkey', columns: [t.id, t.at] }),
  index('log_acts_member').on(t.memberId, t.at).where(sql`member_id is not null`),
  index('log_acts_actor').on(t.actorId, t.at),
  index('log_acts_at').on(t.at, t.id),
  index('log_acts_action').on(t.action, t.at),
  index('log_acts_centre').on(t.centreId, t.at).where(sql`centre_id is not null`),
  check('log_acts_action_acts', noneOf(t.action, READ_ACTIONS)),
])

/** Both tables as one log: a view in db/functions. */
export const logEntries = pgView('log_entries', {
  id: bigNumber().notNull(),
  action: text().notNull(),
  ...entry,
  ...checked,
}).existing()
