import { sql } from 'drizzle-orm'
import {
  type AnyPgColumn,
  bigint,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  timestamp,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { centres } from './centres'
import { language, role } from './enums'
import { members } from './members'

const instant = (name: string) => timestamp(name, { withTimezone: true })

export const accounts = pgTable(
  'accounts',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    email: text('email').notNull(),
    role: role('role').notNull(),
    language: language('language').notNull(),
    centreId: uuid('centre_id').references(() => centres.id),
    /** The private membership of somebody on the staff: nobody decides about their own. */
    ownMemberId: bigint('own_member_id', { mode: 'number' }).references((): AnyPgColumn => members.id),
    createdAt: instant('created_at').notNull().defaultNow(),
    disabledAt: instant('disabled_at'),
    /** When the account was last in use; null until the first sign-in. */
    lastSeenAt: instant('last_seen_at'),
  },
  (t) => [
    uniqueIndex('accounts_email').on(sql`lower(${t.email})`),
    // What only some roles may have refers to both.
    unique('accounts_id_role').on(t.id, t.role),
    // The staff are few among the members.
    index('accounts_staff').on(t.email).where(sql`role <> 'member'`),
    index('accounts_centre').on(t.centreId).where(sql`centre_id is not null`),
    check('accounts_desk_has_centre', sql`(${t.role} = 'desk') = (${t.centreId} is not null)`),
    check('accounts_link_is_for_staff', sql`${t.role} <> 'member' or ${t.ownMemberId} is null`),
    check('accounts_email_length', sql`length(${t.email}) between 3 and 254`),
  ],
)

/** A signed-in browser. Only the SHA-256 of its token is kept; role and limits are read on every request. */
export const sessions = pgTable(
  'sessions',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    tokenHash: text('token_hash').notNull(),
    accountId: uuid('account_id')
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    createdAt: instant('created_at').notNull().defaultNow(),
    lastSeenAt: instant('last_seen_at').notNull().defaultNow(),
    userAgent: text('user_agent'),
    /** When a second factor was last shown in this session; null while it is still awaited. Members need none. */
    factorAt: instant('factor_at'),
  },
  (t) => [
    uniqueIndex('sessions_token_hash').on(t.tokenHash),
    index('sessions_account').on(t.accountId),
    check('sessions_token_is_hashed', sql`${t.tokenHash} ~ '^[0-9a-f]{64}$'`),
  ],
)

/** What somebody typed on the join page; it becomes an account when the code is right. */
export type JoinRequest = {
  firstName: string
  surname: string
  bornOn: string
  country: string
  language: 'en' | 'de'
  documents: string[]
  acceptedAt: string
}

/** A sign-in under way, bound to the browser that asked. Kept 24 hours at most. */
export const challenges = pgTable(
  'challenges',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    browserHash: text('browser_hash').notNull(),
    email: text('email').notNull(),
    language: language('language').notNull(),
    join: jsonb('join').$type<JoinRequest>(),
    codeHash: text('code_hash'),
    tries: integer('tries').notNull().default(0),
    createdAt: instant('created_at').notNull().defaultNow(),
    expiresAt: instant('expires_at').notNull(),
  },
  (t) => [
    uniqueIndex('challenges_browser').on(t.browserHash),
    index('challenges_expires_at').on(t.expiresAt),
    check('challenges_tries', sql`${t.tries} between 0 and 5`),
  ],
)

/** A new address, waiting to be confirmed from the old mailbox and from the new one. */
export const emailChanges = pgTable(
  'email_changes',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    accountId: uuid('account_id')
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    newEmail: text('new_email').notNull(),
    oldTokenHash: text('old_token_hash'),
    newTokenHash: text('new_token_hash'),
    oldConfirmedAt: instant('old_confirmed_at'),
    newConfirmedAt: instant('new_confirmed_at'),
    createdAt: instant('created_at').notNull().defaultNow(),
    expiresAt: instant('expires_at').notNull(),
  },
  (t) => [
    uniqueIndex('email_changes_account').on(t.accountId),
    uniqueIndex('email_changes_old_token').on(t.oldTokenHash),
    uniqueIndex('email_changes_new_token').on(t.newTokenHash),
  ],
)
