import { sql } from 'drizzle-orm'
import {
  type AnyPgColumn,
  bigint,
  check,
  date,
  index,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { accounts } from './accounts'
import { countries } from './countries'
import { documents } from './documents'
import { language } from './enums'

const instant = (name: string) => timestamp(name, { withTimezone: true })

/** `id` is the internal database number of the policy: on no card, link, code or page but a member's export and the admin's record. */
export const members = pgTable(
  'members',
  {
    id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    accountId: uuid('account_id')
      .notNull()
      .references((): AnyPgColumn => accounts.id),
    firstName: text('first_name').notNull(),
    surname: text('surname').notNull(),
    bornOn: date('born_on').notNull(),
    country: text('country')
      .notNull()
      .references(() => countries.code),
    createdAt: instant('created_at').notNull().defaultNow(),
    /** What a name is searched by; the functions and extensions are made in the migrations. */
    spellings: text('spellings').notNull().generatedAlwaysAs(sql`names.spellings(first_name, surname)`),
  },
  (t) => [
    uniqueIndex('members_account').on(t.accountId),
    index('members_created_at').on(t.createdAt, t.id),
    index('members_country').on(t.country, t.createdAt, t.id),
    // By the beginnings of its words, and by what is similar.
    index('members_words').using('gin', sql`to_tsvector('simple', ${t.spellings})`),
    index('members_names').using('gin', sql`${t.spellings} names.gin_trgm_ops`),
    check('members_first_name', sql`length(trim(${t.firstName})) between 1 and 100`),
    check('members_surname', sql`length(trim(${t.surname})) between 1 and 100`),
  ],
)

/** Which text a member accepted or acknowledged, when, and in which language they read it. */
export const acceptances = pgTable(
  'acceptances',
  {
    memberId: bigint('member_id', { mode: 'number' })
      .notNull()
      .references(() => members.id, { onDelete: 'cascade' }),
    documentId: uuid('document_id')
      .notNull()
      .references(() => documents.id),
    language: language('language').notNull(),
    at: instant('at').notNull(),
  },
  (t) => [
    primaryKey({ name: 'acceptances_pkey', columns: [t.memberId, t.documentId] }),
    index('acceptances_document').on(t.documentId, t.memberId),
  ],
)

/** A member's wish to have a name or date of birth corrected once purchases are verified. */
export const correctionRequests = pgTable(
  'correction_requests',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    memberId: bigint('member_id', { mode: 'number' })
      .notNull()
      .references(() => members.id, { onDelete: 'cascade' }),
    firstName: text('first_name').notNull(),
    surname: text('surname').notNull(),
    bornOn: date('born_on').notNull(),
    why: text('why').notNull(),
    createdAt: instant('created_at').notNull().defaultNow(),
    decidedAt: instant('decided_at'),
    decidedBy: uuid('decided_by').references((): AnyPgColumn => accounts.id),
    granted: text('granted'),
  },
  (t) => [
    uniqueIndex('correction_requests_open').on(t.memberId).where(sql`decided_at is null`),
    check('correction_requests_why', sql`length(${t.why}) between 1 and 500`),
    check('correction_requests_granted', sql`${t.granted} in ('yes', 'no')`),
    check(
      'correction_requests_decided_whole',
      sql`(${t.decidedAt} is null) = (${t.decidedBy} is null) and (${t.decidedAt} is null) = (${t.granted} is null)`,
    ),
  ],
)
