import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  date,
  index,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { account, bigNumber, createdAt, id, instant, ofMember } from './columns'
import { countries } from './countries'
import { language } from './enums'
import { texts } from './texts'

/** `id` is the internal database number of the policy: on no card, link, code or page except a member's export and the admin's record. */
export const members = pgTable(
  'members',
  {
    id: bigNumber().primaryKey().generatedAlwaysAsIdentity(),
    accountId: account().notNull(),
    firstName: text().notNull(),
    surname: text().notNull(),
    bornOn: date().notNull(),
    country: text()
      .notNull()
      .references(() => countries.code),
    createdAt: createdAt(),
    /** What a name is searched by; the functions and extensions are created in the migrations. */
    spellings: text().notNull().generatedAlwaysAs(sql`names.spellings(first_name, surname)`),
  },
  (t) => [
    uniqueIndex('members_account').on(t.accountId),
    index('members_created_at').on(t.createdAt, t.id),
    index('members_country').on(t.country, t.createdAt, t.id),
    // By word prefixes, and by similarity.
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
    memberId: ofMember(),
    textId: uuid()
      .notNull()
      .references(() => texts.id),
    language: language().notNull(),
    at: instant().notNull(),
  },
  (t) => [
    primaryKey({ name: 'acceptances_pkey', columns: [t.memberId, t.textId] }),
    index('acceptances_text').on(t.textId, t.memberId),
  ],
)

/** A member's request to correct a name or date of birth once purchases are verified. */
export const correctionRequests = pgTable(
  'correction_requests',
  {
    id: id(),
    memberId: ofMember(),
    firstName: text().notNull(),
    surname: text().notNull(),
    bornOn: date().notNull(),
    why: text().notNull(),
    createdAt: createdAt(),
    decidedAt: instant(),
    decidedBy: account(),
    granted: boolean(),
  },
  (t) => [
    uniqueIndex('correction_requests_open').on(t.memberId).where(sql`decided_at is null`),
    check('correction_requests_why', sql`length(${t.why}) between 1 and 500`),
    check(
      'correction_requests_decided_whole',
      sql`(${t.decidedAt} is null) = (${t.decidedBy} is null) and (${t.decidedAt} is null) = (${t.granted} is null)`,
    ),
  ],
)
