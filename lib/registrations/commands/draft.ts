import 'server-only'
import { type Database, db } from '@/db/client'
import { drafts } from '@/db/schema'
import type { DraftLine } from '@/db/schema/registrations'
import type { Member } from '@/lib/actor'
import { Refusal } from '@/lib/errors'
import { MAX_LINES } from '../input'

const EMPTY: DraftLine = { model: '', serial: '', purchasedOn: '', dealer: '' }

/**
 * Saves what a member has typed so far, valid or not; its invoice stays as it is. It affects nobody and is called at every pause
 * in typing, so it is not logged.
 */
export async function saveRegistrationDraft(
  member: Member,
  lines: readonly DraftLine[],
  at: Date,
  on: Database = db,
) {
  if (lines.length > MAX_LINES) throw new Refusal('tooManyLines', undefined, { most: MAX_LINES })
  const saved = { lines: [...lines], updatedAt: at }
  await on
    .insert(drafts)
    .values({ memberId: member.ownMemberId, ...saved })
    .onConflictDoUpdate({ target: drafts.memberId, set: saved })
}

/** Adds a line. Products on one invoice come from one dealer on one day, so these two are copied from the line above. */
export async function addLine(member: Member, lines: readonly DraftLine[], at: Date, on: Database = db) {
  const { purchasedOn, dealer } = lines.at(-1) ?? EMPTY
  await saveRegistrationDraft(member, [...lines, { ...EMPTY, purchasedOn, dealer }], at, on)
}

/** Removes the line at `position`, counted from 0; the last remaining one is emptied instead. */
export async function removeLine(
  member: Member,
  lines: readonly DraftLine[],
  position: number,
  at: Date,
  on: Database = db,
) {
  const rest = lines.filter((_, index) => index !== position)
  await saveRegistrationDraft(member, rest.length > 0 ? rest : [EMPTY], at, on)
}
