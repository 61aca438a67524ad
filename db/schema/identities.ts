import { sql } from 'drizzle-orm'
import { check, index, pgTable, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { accounts, sessions } from './accounts'

const instant = (name: string) => timestamp(name, { withTimezone: true })

/** Who somebody on the staff is at the provider of single sign-on. An address never says so: there, others hand it out. */
export const identities = pgTable(
  'identities',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    accountId: uuid('account_id')
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    issuer: text('issuer').notNull(),
    subject: text('subject').notNull(),
    boundAt: instant('bound_at').notNull(),
  },
  (t) => [
    uniqueIndex('identities_subject').on(t.issuer, t.subject),
    uniqueIndex('identities_account').on(t.accountId),
    check('identities_subject_length', sql`length(${t.subject}) between 1 and 255`),
  ],
)

/** A way to the provider and back, bound to the browser that went. It is used up on the way back, whatever comes of it. */
export const ssoAttempts = pgTable(
  'sso_attempts',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    browserHash: text('browser_hash').notNull(),
    /** The SHA-256 of the token in the invitation's link, for whoever accepts one. */
    invitationHash: text('invitation_hash'),
    /** The session in which somebody confirms who they are. */
    sessionId: uuid('session_id').references(() => sessions.id, { onDelete: 'cascade' }),
    /** Where to go on to. */
    next: text('next'),
    createdAt: instant('created_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
  },
  (t) => [
    uniqueIndex('sso_attempts_browser').on(t.browserHash),
    index('sso_attempts_expires_at').on(t.expiresAt),
    index('sso_attempts_session').on(t.sessionId),
    check('sso_attempts_one_purpose', sql`${t.invitationHash} is null or ${t.sessionId} is null`),
    check('sso_attempts_is_hashed', sql`${t.browserHash} ~ '^[0-9a-f]{64}$'`),
  ],
)
