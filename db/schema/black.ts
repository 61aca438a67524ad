import { type SQL, sql } from 'drizzle-orm'
import { check, date, index, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { BLACK_ANSWERS } from '@/lib/lists'
import { account, bigNumber, id, instant } from './columns'
import { language } from './enums'
import { members } from './members'
import { oneOf } from './one-of'

const open = sql`declined_at is null and answered_at is null and revoked_at is null and expired_at is null`

/**
 * Invitations to Black: invited by one admin, approved by a second, answered by the invitee, each with a timestamp. The state
 * is derived from the timestamps and never written directly. Whether an invitation has expired is read from `valid_until`;
 * `expired_at` is set when a new one replaces it.
 */
export const blackInvitations = pgTable(
  'black_invitations',
  {
    id: id(),
    memberId: bigNumber().references(() => members.id, { onDelete: 'cascade' }),
    /** Of an invitee who was not a member when invited. */
    email: text(),
    reason: text().notNull(),
    sponsor: text().notNull(),
    language: language().notNull(),
    validUntil: date().notNull(),
    invitedBy: account().notNull(),
    invitedAt: instant().notNull(),
    approvedBy: account(),
    approvedAt: instant(),
    declinedBy: account(),
    declinedAt: instant(),
    declinedReason: text(),
    tokenHash: text(),
    sentAt: instant(),
    answer: text({ enum: BLACK_ANSWERS }),
    answeredAt: instant(),
    acceptedBy: bigNumber().references(() => members.id, {
      onDelete: 'cascade',
    }),
    revokedBy: account(),
    revokedAt: instant(),
    expiredAt: instant(),
    state: text()
      .notNull()
      .generatedAlwaysAs(
        (): SQL => sql`case
          when answer is not null then answer
          when revoked_at is not null then 'revoked'
          when declined_at is not null then 'declined'
          when expired_at is not null then 'expired'
          when approved_at is not null then 'approved'
          else 'waiting' end`,
      ),
  },
  (t) => [
    uniqueIndex('black_invitations_open_member').on(t.memberId).where(open),
    uniqueIndex('black_invitations_open_email').on(sql`lower(${t.email})`).where(open),
    uniqueIndex('black_invitations_token').on(t.tokenHash),
    index('black_invitations_newest').on(t.invitedAt, t.id),
    index('black_invitations_state').on(t.state, t.invitedAt, t.id),
    check('black_invitations_one_person', sql`(${t.memberId} is null) <> (${t.email} is null)`),
    check('black_invitations_two_people', sql`${t.approvedBy} <> ${t.invitedBy}`),
    check('black_invitations_declined_by_another', sql`${t.declinedBy} <> ${t.invitedBy}`),
    check('black_invitations_approved_whole', sql`(${t.approvedBy} is null) = (${t.approvedAt} is null)`),
    check(
      'black_invitations_declined_whole',
      sql`(${t.declinedBy} is null) = (${t.declinedAt} is null) and (${t.declinedBy} is null) = (${t.declinedReason} is null)`,
    ),
    check('black_invitations_decided_once', sql`${t.approvedAt} is null or ${t.declinedAt} is null`),
    check(
      'black_invitations_sent_after_approval',
      sql`(${t.tokenHash} is null) = (${t.sentAt} is null) and (${t.sentAt} is null or ${t.approvedAt} is not null)`,
    ),
    check('black_invitations_token_is_hashed', sql`${t.tokenHash} ~ '^[0-9a-f]{64}$'`),
    check('black_invitations_answer', oneOf(t.answer, BLACK_ANSWERS)),
    check(
      'black_invitations_answered_after_sending',
      sql`(${t.answer} is null) = (${t.answeredAt} is null) and (${t.answeredAt} is null or ${t.sentAt} is not null)`,
    ),
    check(
      'black_invitations_accepted_by_a_member',
      sql`(${t.answer} is not distinct from 'accepted') = (${t.acceptedBy} is not null)`,
    ),
    check('black_invitations_revoked_whole', sql`(${t.revokedBy} is null) = (${t.revokedAt} is null)`),
    check(
      'black_invitations_ends_once',
      sql`num_nonnulls(${t.declinedAt}, ${t.answeredAt}, ${t.revokedAt}, ${t.expiredAt}) <= 1`,
    ),
    check('black_invitations_reason', sql`length(trim(${t.reason})) between 1 and 500`),
    check('black_invitations_sponsor', sql`length(trim(${t.sponsor})) between 1 and 100`),
  ],
)
