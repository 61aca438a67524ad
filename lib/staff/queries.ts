import 'server-only'
import { and, asc, desc, eq, isNotNull, isNull, ne, sql } from 'drizzle-orm'
import { type Database, db } from '@/db/client'
import { accounts, centres, staffInvitations } from '@/db/schema'
import type { Admin } from '@/lib/actor'
import type { StaffRole } from '@/lib/lists'
import { readPage, WORK_ROWS } from '@/lib/paging'
import { hashToken } from '@/lib/secrets'
import { staffInvitationState } from './rules'

/** Returns the staff by address, 25 per page, from page 1. */
export async function listStaff(_admin: Admin, page = 1, on: Database = db) {
  const query = on
    .select(staffColumns)
    .from(accounts)
    .leftJoin(centres, eq(centres.id, accounts.centreId))
    .where(ne(accounts.role, 'member'))
    .orderBy(asc(accounts.email))
  const { rows, more } = await readPage(query, page, WORK_ROWS)
  return { people: rows, more }
}

/** Returns one of the staff, or null. */
export async function findStaff(_admin: Admin, id: string, on: Database = db) {
  const [row] = await on
    .select(staffColumns)
    .from(accounts)
    .leftJoin(centres, eq(centres.id, accounts.centreId))
    .where(and(eq(accounts.id, id), ne(accounts.role, 'member')))
  return row ?? null
}

const staffColumns = {
  id: accounts.id,
  email: accounts.email,
  role: sql<StaffRole>`${accounts.role}`,
  centreId: accounts.centreId,
  centre: centres.name,
  createdAt: accounts.createdAt,
  lastSeenAt: accounts.lastSeenAt,
  disabledAt: accounts.disabledAt,
}

/** Returns invitations that nobody has accepted or revoked, newest first, 25 per page; expired ones can be sent again. */
export async function listStaffInvitations(_admin: Admin, page = 1, on: Database = db) {
  const query = on
    .select({
      id: staffInvitations.id,
      email: staffInvitations.email,
      role: sql<StaffRole>`${staffInvitations.role}`,
      centre: centres.name,
      createdAt: staffInvitations.createdAt,
      expiresAt: staffInvitations.expiresAt,
    })
    .from(staffInvitations)
    .leftJoin(centres, eq(centres.id, staffInvitations.centreId))
    .where(and(isNull(staffInvitations.acceptedAt), isNull(staffInvitations.revokedAt)))
    .orderBy(desc(staffInvitations.createdAt), desc(staffInvitations.id))
  const { rows, more } = await readPage(query, page, WORK_ROWS)
  return { invitations: rows, more }
}

/** Returns the service centres that somebody can be invited to: those with a legal basis. */
export const listLawfulCentres = (_admin: Admin, on: Database = db) =>
  on
    .select({ id: centres.id, name: centres.name })
    .from(centres)
    .where(isNotNull(centres.legalBasis))
    .orderBy(asc(centres.name))

/** Returns the invitation behind a link with its state, or null for an unknown or replaced token. */
export async function findStaffInvitation(token: string, at: Date, on: Database = db) {
  const [row] = await on
    .select({
      email: staffInvitations.email,
      role: sql<StaffRole>`${staffInvitations.role}`,
      centre: centres.name,
      expiresAt: staffInvitations.expiresAt,
      acceptedAt: staffInvitations.acceptedAt,
      revokedAt: staffInvitations.revokedAt,
    })
    .from(staffInvitations)
    .leftJoin(centres, eq(centres.id, staffInvitations.centreId))
    .where(eq(staffInvitations.tokenHash, hashToken(token)))
  if (!row) return null
  const { email, role, centre, expiresAt } = row
  return { email, role, centre, expiresAt, state: staffInvitationState(row, at) }
}
