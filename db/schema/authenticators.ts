import { sql } from 'drizzle-orm'
import { check, foreignKey, index, integer, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { accounts } from './accounts'
import { account, id, instant } from './columns'
import { role } from './enums'

/**
 * Authenticator apps: per account one in use, and one waiting for its first code. The role is kept equal to the account's by
 * the foreign key, so that neither an admin nor a member can have one, and nobody with one can become an admin.
 */
export const authenticators = pgTable(
  'authenticators',
  {
    id: id(),
    accountId: uuid().notNull(),
    role: role().notNull(),
    /** Sealed by lib/identity/factors/app/seal.ts. */
    secret: text().notNull(),
    createdAt: instant().notNull(),
    /** Null until a first code proves that the app has the secret. */
    confirmedAt: instant(),
    /** The time step of the last accepted code (RFC 6238): codes of this or an earlier step no longer work. */
    lastStep: integer(),
  },
  (t) => [
    foreignKey({ columns: [t.accountId, t.role], foreignColumns: [accounts.id, accounts.role] })
      .onDelete('cascade')
      .onUpdate('cascade'),
    uniqueIndex('authenticators_in_use').on(t.accountId).where(sql`confirmed_at is not null`),
    uniqueIndex('authenticators_waiting').on(t.accountId).where(sql`confirmed_at is null`),
    check('authenticators_desk_and_reviewers', sql`${t.role} in ('desk', 'reviewer')`),
    // 12 bytes of nonce, 16 of tag and 20 of secret: never the 32 characters of a plain secret.
    check('authenticators_secret_is_sealed', sql`${t.secret} ~ '^[A-Za-z0-9_-]{64}$'`),
    check('authenticators_confirmed_by_a_code', sql`(${t.confirmedAt} is null) = (${t.lastStep} is null)`),
  ],
)

/** Ten codes to print, each of which replaces a factor once. Only their HMAC is kept. */
export const recoveryCodes = pgTable(
  'recovery_codes',
  {
    id: id(),
    accountId: uuid().notNull(),
    role: role().notNull(),
    codeHash: text().notNull(),
    createdAt: instant().notNull(),
    usedAt: instant(),
  },
  (t) => [
    foreignKey({ columns: [t.accountId, t.role], foreignColumns: [accounts.id, accounts.role] })
      .onDelete('cascade')
      .onUpdate('cascade'),
    uniqueIndex('recovery_codes_hash').on(t.accountId, t.codeHash),
    check('recovery_codes_desk_and_reviewers', sql`${t.role} in ('desk', 'reviewer')`),
    check('recovery_codes_are_hashed', sql`${t.codeHash} ~ '^[0-9a-f]{64}$'`),
  ],
)

/** The reset of lost factors: who requested it, which second person confirmed it, and how it ended, each with a timestamp. */
export const factorResets = pgTable(
  'factor_resets',
  {
    id: id(),
    accountId: account().notNull(),
    askedBy: account().notNull(),
    askedAt: instant().notNull(),
    /** Given by an admin who requests it for another person. */
    reason: text(),
    confirmedBy: account(),
    confirmedAt: instant(),
    cancelledBy: account(),
    cancelledAt: instant(),
    doneAt: instant(),
  },
  (t) => [
    uniqueIndex('factor_resets_open').on(t.accountId).where(sql`cancelled_at is null and done_at is null`),
    index('factor_resets_newest').on(t.accountId, t.askedAt),
    check('factor_resets_two_people', sql`${t.confirmedBy} not in (${t.accountId}, ${t.askedBy})`),
    check('factor_resets_asked_with_reason', sql`(${t.askedBy} = ${t.accountId}) = (${t.reason} is null)`),
    check('factor_resets_reason', sql`length(trim(${t.reason})) between 1 and 200`),
    check('factor_resets_confirmed_whole', sql`(${t.confirmedBy} is null) = (${t.confirmedAt} is null)`),
    check('factor_resets_confirmed_after_asking', sql`${t.confirmedAt} >= ${t.askedAt}`),
    check('factor_resets_cancelled_whole', sql`(${t.cancelledBy} is null) = (${t.cancelledAt} is null)`),
    check(
      'factor_resets_done_after_a_day',
      sql`${t.doneAt} is null or (${t.confirmedAt} is not null and ${t.doneAt} >= ${t.confirmedAt} + interval '24 hours')`,
    ),
    check('factor_resets_ends_once', sql`num_nonnulls(${t.cancelledAt}, ${t.doneAt}) <= 1`),
  ],
)
