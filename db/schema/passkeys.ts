import { sql } from 'drizzle-orm'
import {
  bigint,
  boolean,
  check,
  index,
  pgTable,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { accounts, sessions } from './accounts'
import { ceremonyPurpose } from './enums'

const instant = (name: string) => timestamp(name, { withTimezone: true })

/** A WebAuthn credential: its public half, which is no secret. Identifiers and keys are kept as base64url. */
export const passkeys = pgTable(
  'passkeys',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    accountId: uuid('account_id')
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    credentialId: text('credential_id').notNull(),
    publicKey: text('public_key').notNull(),
    /** Signatures so far, where the authenticator counts them; 0 where it does not. */
    counter: bigint('counter', { mode: 'number' }).notNull(),
    transports: text('transports').array().notNull(),
    /** Whether it is copied to the person's other devices by whoever keeps it. */
    backedUp: boolean('backed_up').notNull(),
    name: text('name').notNull(),
    createdAt: instant('created_at').notNull(),
    lastUsedAt: instant('last_used_at'),
  },
  (t) => [
    uniqueIndex('passkeys_credential').on(t.credentialId),
    index('passkeys_account').on(t.accountId),
    check('passkeys_name', sql`length(trim(${t.name})) between 1 and 60`),
    check('passkeys_counter', sql`${t.counter} >= 0`),
  ],
)

/**
 * A WebAuthn ceremony under way: its challenge, for five minutes and one use. It belongs to a session, or to a browser that is
 * about to sign in.
 */
export const ceremonies = pgTable(
  'ceremonies',
  {
    challenge: text('challenge').primaryKey(),
    purpose: ceremonyPurpose('purpose').notNull(),
    sessionId: uuid('session_id').references(() => sessions.id, { onDelete: 'cascade' }),
    browserHash: text('browser_hash'),
    expiresAt: instant('expires_at').notNull(),
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
