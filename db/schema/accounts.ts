import { sql } from 'drizzle-orm'
import {
  type AnyPgColumn,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import type { Language } from '@/lib/lists'
import { centres } from './centres'
import { bigNumber, createdAt, id, instant } from './columns'
import { language, role } from './enums'
import { members } from './members'

export const accounts = pgTable(
  'accounts',
  {
    id: id(),
    email: text().notNull(),
    role: role().notNull(),
    language: language().notNull(),
    centreId: uuid().references(() => centres.id),
    /** The private membership of a staff member, who must not decide about it. */
    ownMemberId: bigNumber().references((): AnyPgColumn => members.id),
    createdAt: createdAt(),
    disabledAt: instant(),
    /** When the account was last in use; null until the first sign-in. */
    lastSeenAt: instant(),
  },
  (t) => [
    uniqueIndex('accounts_email').on(sql`lower(${t.email})`),
    // Referenced by tables that only some roles may have rows in.
    unique('accounts_id_role').on(t.id, t.role),
    // Staff are few among the accounts.
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
    id: id(),
    tokenHash: text().notNull(),
    accountId: uuid()
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    createdAt: createdAt(),
    lastSeenAt: instant().notNull().defaultNow(),
    userAgent: text(),
    /** When a second factor was last shown in this session; null until then. Members need none. */
    factorAt: instant(),
  },
  (t) => [
    uniqueIndex('sessions_token_hash').on(t.tokenHash),
    index('sessions_account').on(t.accountId),
    check('sessions_token_is_hashed', sql`${t.tokenHash} ~ '^[0-9a-f]{64}$'`),
  ],
)

/** What a visitor entered on the join page; it becomes an account once the code is confirmed. */
export type JoinRequest = {
  firstName: string
  surname: string
  bornOn: string
  country: string
  language: Language
  texts: string[]
  acceptedAt: string
}

/** A sign-in in progress, bound to the browser that requested it. Kept 24 hours at most. */
export const challenges = pgTable(
  'challenges',
  {
    id: id(),
    browserHash: text().notNull(),
    email: text().notNull(),
    language: language().notNull(),
    join: jsonb().$type<JoinRequest>(),
    codeHash: text(),
    tries: integer().notNull().default(0),
    createdAt: createdAt(),
    expiresAt: instant().notNull(),
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
    id: id(),
    accountId: uuid()
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    newEmail: text().notNull(),
    oldTokenHash: text(),
    newTokenHash: text(),
    oldConfirmedAt: instant(),
    newConfirmedAt: instant(),
    createdAt: createdAt(),
    expiresAt: instant().notNull(),
  },
  (t) => [
    uniqueIndex('email_changes_account').on(t.accountId),
    uniqueIndex('email_changes_old_token').on(t.oldTokenHash),
    uniqueIndex('email_changes_new_token').on(t.newTokenHash),
  ],
)
