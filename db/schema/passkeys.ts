import { sql } from 'drizzle-orm'
import { boolean, check, index, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { accounts, sessions } from './accounts'
import { bigNumber, id, instant } from './columns'
import { ceremonyPurpose } from './enums'

/** A WebAuthn credential: its public key, which is not secret. Identifiers and keys are stored as base64url. */
export const passkeys = pgTable(
  'passkeys',
  {
    id: id(),
    accountId: uuid()
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    credentialId: text().notNull(),
    publicKey: text().notNull(),
    /** The signature count, or 0 if the authenticator does not count. */
    counter: bigNumber().notNull(),
    transports: text().array().notNull(),
    /** Whether its provider syncs it to the person's other devices. */
    backedUp: boolean().notNull(),
    name: text().notNull(),
    createdAt: instant().notNull(),
    lastUsedAt: instant(),
  },
  (t) => [
    uniqueIndex('passkeys_credential').on(t.credentialId),
    index('passkeys_account').on(t.accountId),
    check('passkeys_name', sql`length(trim(${t.name})) between 1 and 60`),
    check('passkeys_counter', sql`${t.counter} >= 0`),
  ],
)

/**
 * A WebAuthn ceremony in progress: its challenge, valid for five minutes and one use. It belongs to a session, or to a browser
 * that is about to sign in.
 */
export const ceremonies = pgTable(
  'ceremonies',
  {
    challenge: text().primaryKey(),
    purpose: ceremonyPurpose().notNull(),
    sessionId: uuid().references(() => sessions.id, { onDelete: 'cascade' }),
    browserHash: text(),
    expiresAt: instant().notNull(),
  },
  (t) => [
    index('ceremonies_session').on(t.sessionId),
    index('ceremonies_expires_at').on(t.expiresAt),
    check(
      'ceremonies_bound',
      sql`num_nonnulls(${t.sessionId}, ${t.browserHash}) = 1 and (${t.purpose} = 'sign-in') = (${t.browserHash} is not null)`,
    ),
  ],
)
