import { sql } from 'drizzle-orm'
import { check, index, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { accounts, sessions } from './accounts'
import { id, instant } from './columns'

/** A staff account's identity at the single sign-on provider. Never matched by mail address, which the provider could reassign. */
export const identities = pgTable(
  'identities',
  {
    id: id(),
    accountId: uuid()
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    issuer: text().notNull(),
    subject: text().notNull(),
    boundAt: instant().notNull(),
  },
  (t) => [
    uniqueIndex('identities_subject').on(t.issuer, t.subject),
    uniqueIndex('identities_account').on(t.accountId),
    check('identities_subject_length', sql`length(${t.subject}) between 1 and 255`),
  ],
)

/** A round trip to the provider, bound to the browser. It is used up on return, whatever the outcome. */
export const ssoAttempts = pgTable(
  'sso_attempts',
  {
    id: id(),
    browserHash: text().notNull(),
    /** The SHA-256 of the token in the invitation's link, when accepting one. */
    invitationHash: text(),
    /** The session in which a person confirms who they are. */
    sessionId: uuid().references(() => sessions.id, { onDelete: 'cascade' }),
    /** Where to redirect afterwards. */
    next: text(),
    createdAt: instant().notNull(),
    expiresAt: instant().notNull(),
  },
  (t) => [
    uniqueIndex('sso_attempts_browser').on(t.browserHash),
    index('sso_attempts_expires_at').on(t.expiresAt),
    index('sso_attempts_session').on(t.sessionId),
    check('sso_attempts_one_purpose', sql`${t.invitationHash} is null or ${t.sessionId} is null`),
    check('sso_attempts_is_hashed', sql`${t.browserHash} ~ '^[0-9a-f]{64}$'`),
  ],
)
