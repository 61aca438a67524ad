import { sql } from 'drizzle-orm'
import { check, index, pgTable, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { accounts } from './accounts'
import { centres } from './centres'
import { language, role } from './enums'

const instant = (name: string) => timestamp(name, { withTimezone: true })

/** Somebody who is asked to join the staff. Only the SHA-256 of the link's token is kept; it is drawn where it is sent. */
export const staffInvitations = pgTable(
  'staff_invitations',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    email: text('email').notNull(),
    role: role('role').notNull(),
    centreId: uuid('centre_id').references(() => centres.id),
    language: language('language').notNull(),
    /** Null for the first admin, whom nobody on the staff can invite. */
    invitedBy: uuid('invited_by').references(() => accounts.id),
    /** Null until the mail with the link is out. */
    tokenHash: text('token_hash'),
    createdAt: instant('created_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    acceptedAt: instant('accepted_at'),
    acceptedBy: uuid('accepted_by').references(() => accounts.id),
    revokedAt: instant('revoked_at'),
    revokedBy: uuid('revoked_by').references(() => accounts.id),
  },
  (t) => [
    uniqueIndex('staff_invitations_open')
      .on(sql`lower(${t.email})`)
      .where(sql`accepted_at is null and revoked_at is null`),
    uniqueIndex('staff_invitations_token_hash').on(t.tokenHash),
    index('staff_invitations_created_at').on(t.createdAt),
    check('staff_invitations_role_is_staff', sql`${t.role} <> 'member'`),
    check('staff_invitations_desk_has_centre', sql`(${t.role} = 'desk') = (${t.centreId} is not null)`),
    check('staff_invitations_token_is_hashed', sql`${t.tokenHash} ~ '^[0-9a-f]{64}$'`),
    check('staff_invitations_accepted_by', sql`(${t.acceptedAt} is null) = (${t.acceptedBy} is null)`),
    check('staff_invitations_revoked_by', sql`(${t.revokedAt} is null) = (${t.revokedBy} is null)`),
    check('staff_invitations_one_end', sql`${t.acceptedAt} is null or ${t.revokedAt} is null`),
  ],
)
