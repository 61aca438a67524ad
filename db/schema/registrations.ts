import { sql } from 'drizzle-orm'
import { check, date, index, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { REGISTRATION_EVENTS } from '../../lib/lists'
import { account, bigNumber, id, instant, ofMember } from './columns'
import { registrationState } from './enums'
import { invoices } from './invoices'
import { members } from './members'
import { oneOf } from './one-of'
import { products } from './products'
import { reasons } from './reasons'

/** What a member has typed so far for one product; not validated yet. */
export type DraftLine = {
  model: string
  productId?: string
  serial: string
  purchasedOn: string
  dealer: string
}

/** The registration a member is working on, kept so that nothing is lost by a reload or a lost connection. */
export const drafts = pgTable('drafts', {
  memberId: ofMember().primaryKey(),
  lines: jsonb().$type<DraftLine[]>().notNull(),
  invoiceId: uuid().references(() => invoices.id, { onDelete: 'set null' }),
  updatedAt: instant().notNull(),
})

export const registrations = pgTable(
  'registrations',
  {
    id: id(),
    memberId: bigNumber()
      .notNull()
      .references(() => members.id),
    productId: uuid()
      .notNull()
      .references(() => products.id),
    serialTyped: text().notNull(),
    serialKey: text().notNull(),
    purchasedOn: date().notNull(),
    dealer: text().notNull(),
    invoiceId: uuid()
      .notNull()
      .references(() => invoices.id),
    state: registrationState().notNull().default('pending'),
    createdAt: instant().notNull(),
    /** Since when it has been waiting for a reviewer. */
    waitingSince: instant(),
    decidedAt: instant(),
    appealedAt: instant(),
  },
  (t) => [
    uniqueIndex('registrations_verified_unit')
      .on(t.productId, t.serialKey)
      .where(sql`state in ('verified', 'stolen')`),
    uniqueIndex('registrations_member_unit')
      .on(t.memberId, t.productId, t.serialKey)
      .where(sql`state <> 'withdrawn'`),
    index('registrations_member').on(t.memberId),
    index('registrations_invoice').on(t.invoiceId),
    // The reviewers' queue: in its order, and by file.
    index('registrations_waiting').on(t.waitingSince, t.id).where(sql`state = 'pending'`),
    index('registrations_waiting_invoice')
      .on(t.invoiceId, t.waitingSince, t.id)
      .where(sql`state = 'pending'`),
    index('registrations_unit').on(t.productId, t.serialKey),
    index('registrations_serial').on(t.serialKey),
    check('registrations_serial_key', sql`length(${t.serialKey}) between 1 and 40`),
    check(
      'registrations_waiting_is_pending',
      sql`(${t.state} = 'pending') = (${t.waitingSince} is not null)`,
    ),
    check(
      'registrations_outcome_was_decided',
      sql`${t.state} in ('pending', 'withdrawn') or ${t.decidedAt} is not null`,
    ),
    check(
      'registrations_appeal_follows_decision',
      sql`${t.appealedAt} is null or ${t.decidedAt} is not null`,
    ),
  ],
)

/** What a reviewer decided. Append-only. */
export const decisions = pgTable(
  'decisions',
  {
    id: id(),
    registrationId: uuid()
      .notNull()
      .references(() => registrations.id),
    invoiceId: uuid()
      .notNull()
      .references(() => invoices.id),
    outcome: registrationState().notNull(),
    reasonId: uuid().references(() => reasons.id),
    /** An additional sentence to the member, in the reviewer's words. */
    sentence: text(),
    by: account().notNull(),
    at: instant().notNull(),
    /** Since when it had been waiting for this decision; null where nothing was waiting (sold, a mistake). */
    waitedSince: instant(),
  },
  (t) => [
    index('decisions_registration').on(t.registrationId, t.at),
    index('decisions_answers').on(t.at, t.id).where(sql`waited_since is not null`),
    index('decisions_by').on(t.by, t.at),
    index('decisions_reason').on(t.reasonId).where(sql`reason_id is not null`),
    check('decisions_refusal_has_reason', sql`(${t.outcome} = 'verified') = (${t.reasonId} is null)`),
    check('decisions_outcome', sql`${t.outcome} not in ('pending')`),
    check('decisions_sentence', sql`length(${t.sentence}) between 1 and 500`),
  ],
)

/** What the member did with a registration, for its history. */
export const registrationEvents = pgTable(
  'registration_events',
  {
    id: id(),
    registrationId: uuid()
      .notNull()
      .references(() => registrations.id),
    kind: text({ enum: REGISTRATION_EVENTS }).notNull(),
    note: text(),
    at: instant().notNull(),
  },
  (t) => [
    index('registration_events_registration').on(t.registrationId, t.at),
    check('registration_events_kind', oneOf(t.kind, REGISTRATION_EVENTS)),
    check('registration_events_note', sql`length(${t.note}) between 1 and 500`),
  ],
)
