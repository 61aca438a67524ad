import 'server-only'
import { and, desc, eq, gte, inArray, lt, or, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { type Database, db } from '@/db/client'
import { accounts, blackInvitations, members, memberships } from '@/db/schema'
import type { Admin, Member } from '@/lib/actor'
import { statusOn } from '@/lib/memberships/queries'
import { readPage, WORK_ROWS } from '@/lib/paging'
import { hashToken } from '@/lib/secrets'
import { berlinDate } from '@/lib/time'
import { type BlackState, blackStateOn } from './rules'

const OPEN = ['waiting', 'approved']

/** Returns invitations, newest first, 25 per page, optionally in one state. */
export async function listBlackInvitations(
  _admin: Admin,
  { state, page = 1 }: { state?: BlackState; page?: number },
  at: Date,
  on: Database = db,
) {
  const today = berlinDate(at)
  const query = on
    .select({
      id: blackInvitations.id,
      state: blackInvitations.state,
      validUntil: blackInvitations.validUntil,
      sponsor: blackInvitations.sponsor,
      invitedAt: blackInvitations.invitedAt,
      email: blackInvitations.email,
      firstName: members.firstName,
      surname: members.surname,
      number: memberships.number,
    })
    .from(blackInvitations)
    .leftJoin(members, eq(members.id, blackInvitations.memberId))
    .leftJoin(memberships, eq(memberships.memberId, blackInvitations.memberId))
    .where(inState(state, today))
    .orderBy(desc(blackInvitations.invitedAt), desc(blackInvitations.id))
  const { rows, more } = await readPage(query, page, WORK_ROWS)
  const invitations = rows.map((row) => ({ ...row, state: blackStateOn(row, today) }))
  return { invitations, more }
}

function inState(state: BlackState | undefined, today: string) {
  const { state: stored, validUntil } = blackInvitations
  if (!state) return undefined
  if (state === 'expired') return or(eq(stored, 'expired'), and(inArray(stored, OPEN), lt(validUntil, today)))
  return OPEN.includes(state) ? and(eq(stored, state), gte(validUntil, today)) : eq(stored, state)
}

const inviter = alias(accounts, 'inviter')
const approver = alias(accounts, 'approver')
const decliner = alias(accounts, 'decliner')
const revoker = alias(accounts, 'revoker')

/** Returns one invitation with its history and the current status of its membership, or null. */
export async function findBlackInvitation(_admin: Admin, id: string, at: Date, on: Database = db) {
  const [row] = await on
    .select({
      id: blackInvitations.id,
      state: blackInvitations.state,
      email: blackInvitations.email,
      reason: blackInvitations.reason,
      sponsor: blackInvitations.sponsor,
      language: blackInvitations.language,
      validUntil: blackInvitations.validUntil,
      invitedBy: blackInvitations.invitedBy,
      invitedAt: blackInvitations.invitedAt,
      approvedAt: blackInvitations.approvedAt,
      declinedAt: blackInvitations.declinedAt,
      declinedReason: blackInvitations.declinedReason,
      sentAt: blackInvitations.sentAt,
      answer: blackInvitations.answer,
      answeredAt: blackInvitations.answeredAt,
      revokedAt: blackInvitations.revokedAt,
      inviter: inviter.email,
      inviterMemberId: inviter.ownMemberId,
      approver: approver.email,
      decliner: decliner.email,
      revoker: revoker.email,
      memberId: members.id,
      firstName: members.firstName,
      surname: members.surname,
      number: memberships.number,
      status: statusOn(berlinDate(at)),
      granted: memberships.granted,
      grantedUntil: memberships.grantedUntil,
    })
    .from(blackInvitations)
    .innerJoin(inviter, eq(inviter.id, blackInvitations.invitedBy))
    .leftJoin(approver, eq(approver.id, blackInvitations.approvedBy))
    .leftJoin(decliner, eq(decliner.id, blackInvitations.declinedBy))
    .leftJoin(revoker, eq(revoker.id, blackInvitations.revokedBy))
    .leftJoin(members, eq(members.id, aboutMember))
    .leftJoin(memberships, eq(memberships.memberId, members.id))
    .where(eq(blackInvitations.id, id))
  return row ? { ...row, state: blackStateOn(row, berlinDate(at)) } : null
}

/** The invitee: the member, or the person who has since accepted it or joined with the address. */
const aboutMember = sql<
  number | null
>`coalesce(${blackInvitations.memberId}, ${blackInvitations.acceptedBy}, (
  select m.id from members m join accounts a on a.id = m.account_id where lower(a.email) = lower(${blackInvitations.email})))`.mapWith(
  Number,
)

/**
 * Returns what the holder of a link may know about an invitation: its state and its last day, never the invitee. Null for an
 * unknown link. `known`: whether the invitee has an account, so that the page can offer sign-in or joining.
 */
export async function readBlackInvitation(token: string, at: Date, on: Database = db) {
  const [row] = await on
    .select({
      state: blackInvitations.state,
      validUntil: blackInvitations.validUntil,
      known: sql<boolean>`${blackInvitations.memberId} is not null or exists (
        select 1 from accounts a where lower(a.email) = lower(black_invitations.email))`,
    })
    .from(blackInvitations)
    .where(eq(blackInvitations.tokenHash, hashToken(token)))
  return row ? { ...row, state: blackStateOn(row, berlinDate(at)) } : null
}

/** Returns the invitation behind a link with the member's own address and current grant, or null. */
export async function findBlackOffer(member: Member, token: string, on: Database = db) {
  const [row] = await on
    .select({
      id: blackInvitations.id,
      memberId: blackInvitations.memberId,
      email: blackInvitations.email,
      state: blackInvitations.state,
      validUntil: blackInvitations.validUntil,
      acceptedBy: blackInvitations.acceptedBy,
      ownEmail: accounts.email,
      granted: memberships.granted,
    })
    .from(blackInvitations)
    .innerJoin(memberships, eq(memberships.memberId, member.ownMemberId))
    .innerJoin(members, eq(members.id, memberships.memberId))
    .innerJoin(accounts, eq(accounts.id, members.accountId))
    .where(eq(blackInvitations.tokenHash, hashToken(token)))
  return row ?? null
}
