import { sql } from 'drizzle-orm'
import {
  bigint,
  boolean,
  check,
  index,
  pgSequence,
  pgTable,
  pgView,
  primaryKey,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core'
import { READ_ACTIONS } from '../../lib/lists'
import { checkPurpose, role } from './enums'

/** Both tables of the log number their rows from here, so that an id says which of all entries came first. */
export const logIds = pgSequence('log_ids')

const id = () => bigint('id', { mode: 'number' }).notNull()
const entry = {
  at: timestamp('at', { withTimezone: true }).notNull(),
  actorId: uuid('actor_id'),
  actorRole: role('actor_role'),
  memberId: bigint('member_id', { mode: 'number' }),
  subjectId: uuid('subject_id'),
  centreId: uuid('centre_id'),
  country: text('country'),
  reason: text('reason'),
}
const checked = {
  purpose: checkPurpose('purpose'),
  caseNumber: text('case_number'),
  hit: boolean('hit'),
}
const numbered = () => id().default(sql`nextval('log_ids')`)
const readings = sql.raw(READ_ACTIONS.map((action) => `'${action}'`).join(', '))

/**
 * Who looked at somebody's data. Append-only by privilege and trigger, a partition a month (db/functions). Ids only, and no
 * foreign keys, so that erasing a member leaves it whole. The same holds for what somebody did.
 */
export const logReads = pgTable(
  'log_reads',
  { id: numbered(), action: text('action', { enum: READ_ACTIONS }).notNull(), ...entry, ...checked },
  (t) => [
    primaryKey({ name: 'log_reads_pkey', columns: [t.id, t.at] }),
    index('log_reads_member').on(t.memberId, t.at).where(sql`member_id is not null`),
    index('log_reads_actor').on(t.actorId, t.at),
    index('log_reads_at').on(t.at, t.id),
    index('log_reads_action').on(t.action, t.at),
    index('log_reads_centre').on(t.centreId, t.at).where(sql`centre_id is not null`),
    check('log_reads_action_reads', sql`${t.action} in (${readings})`),
  ],
)

/** Who did what. */
export const logActs = pgTable(
  'log_acts',
  { id: numbered(), action: text('action').notNull(), ...entry },
  (t) => [
    primaryKey({ name: 'log_acts_pkey', columns: [t.id, t.at] }),
    index('log_acts_member').on(t.memberId, t.at).where(sql`member_id is not null`),
    index('log_acts_actor').on(t.actorId, t.at),
    index('log_acts_at').on(t.at, t.id),
    index('log_acts_action').on(t.action, t.at),
    index('log_acts_centre').on(t.centreId, t.at).where(sql`centre_id is not null`),
    check('log_acts_action_acts', sql`${t.action} not in (${readings})`),
  ],
)

/** Both of them, as one log: a view in db/functions. */
export const logEntries = pgView('log_entries', {
  id: id(),
  action: text('action').notNull(),
  ...entry,
  ...checked,
}).existing()
