import { sql } from 'drizzle-orm'
import { check, index, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { centres } from './centres'
import { account, id, instant } from './columns'
import { language, role } from './enums'

/** A person invited to join the staff. Only the SHA-256 of the link's token is kept; it is generated when the mail is sent. */
export const staffInvitations = pgTable(
  'staff_invitations',
  {
    id: id(),
    email: text().notNull(),
    role: role().notNull(),
    centreId: uuid().references(() => centres.id),
    language: language().notNull(),
    /** Null for the first admin. */
    invitedBy: account(),
    /** Null until the mail with the link is sent. */
    tokenHash: text(),
    createdAt: instant().notNull(),
    expiresAt: instant().notNull(),
    acceptedAt: instant(),
    acceptedBy: account(),
    revokedAt: instant(),
    revokedBy: account(),
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
