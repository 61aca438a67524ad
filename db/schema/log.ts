import { sql } from 'drizzle-orm'
import { bigint, boolean, index, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { checkPurpose, role } from './enums'

/**
 * Who did or read what. Append-only by privilege and trigger. Ids only, and no foreign keys, so that erasing a
 * member leaves it whole.
 */
export const logEntries = pgTable(
  'log_entries',
  {
    id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    at: timestamp('at', { withTimezone: true }).notNull(),
    actorId: uuid('actor_id'),
    actorRole: role('actor_role'),
    action: text('action').notNull(),
    memberId: bigint('member_id', { mode: 'number' }),
    subjectId: uuid('subject_id'),
    centreId: uuid('centre_id'),
    country: text('country'),
    purpose: checkPurpose('purpose'),
    caseNumber: text('case_number'),
    hit: boolean('hit'),
    reason: text('reason'),
  },
  (t) => [
    index('log_entries_member').on(t.memberId, t.at).where(sql`member_id is not null`),
    index('log_entries_actor').on(t.actorId, t.at),
    index('log_entries_at').on(t.at),
    index('log_entries_action').on(t.action, t.at),
    index('log_entries_centre').on(t.centreId, t.at).where(sql`centre_id is not null`),
  ],
)
