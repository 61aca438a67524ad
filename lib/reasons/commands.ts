import type { ReasonKind } from '@/lib/lists'
import 'server-only'
import { and, asc, eq, isNotNull, isNull, max, sql } from 'drizzle-orm'
import { type Database, db } from '@/db/client'
import { reasons } from '@/db/schema'
import type { Admin } from '@/lib/actor'
import { Refusal } from '@/lib/errors'
import { record } from '@/lib/log/record'
import type { NewReason, ReasonMove, ReasonRetirement, Rewording } from './input'
import { moveInList } from './rules'

/** Adds a reason at the end of its kind, and returns its id. Reviewers can choose it at once. */
export async function addReason(admin: Admin, input: NewReason, at: Date, on: Database = db) {
  const { kind, ending, en, de } = input
  return on.transaction(async (tx) => {
    await takeTurns(tx)
    const [last] = await tx
      .select({ position: max(reasons.position) })
      .from(reasons)
      .where(eq(reasons.kind, kind))
    const position = (last?.position ?? 0) + 1
    return insert(tx, admin, 'reason.added', { kind, ending, texts: { en, de }, position }, at)
  })
}

/**
 * Gives a reason other words: a new one takes its place, and the old one is retired with the words it had, to which past
 * decisions point. Returns the new one's id. Refuses a retired one, and words that are the same.
 */
export async function rewordReason(admin: Admin, { id, en, de }: Rewording, at: Date, on: Database = db) {
  return on.transaction(async (tx) => {
    await takeTurns(tx)
    const [old] = await tx
      .update(reasons)
      .set({ retiredAt: at })
      .where(and(eq(reasons.id, id), isNull(reasons.retiredAt)))
      .returning()
    if (!old) throw await whyNone(tx, id)
    if (old.texts.en === en && old.texts.de === de) throw new Refusal('reasonSame')
    const { kind, ending, position } = old
    const fresh = { kind, ending, position, texts: { en, de }, replaces: id }
    return insert(tx, admin, 'reason.reworded', fresh, at)
  })
}

/** Retires a reason, or brings it back. Refuses the last one of its kind, and one whose words were replaced. */
export async function setReasonRetired(
  admin: Admin,
  { id, retired }: ReasonRetirement,
  at: Date,
  on: Database = db,
) {
  await on.transaction(async (tx) => {
    await takeTurns(tx)
    const [reason] = await tx.select().from(reasons).where(eq(reasons.id, id))
    if (!reason) throw new Refusal('notFound')
    const live = await liveOf(tx, reason.kind)
    if (retired === 'yes' && live.includes(id) && live.length === 1) throw new Refusal('lastReason')
    if (retired === 'no' && (await isReplaced(tx, id))) throw new Refusal('reasonReplaced')
    const [changed] = await tx
      .update(reasons)
      .set({ retiredAt: retired === 'yes' ? at : null })
      .where(
        and(eq(reasons.id, id), retired === 'yes' ? isNull(reasons.retiredAt) : isNotNull(reasons.retiredAt)),
      )
      .returning({ id: reasons.id })
    if (!changed) throw new Refusal('alreadyDone')
    await record(tx, admin, retired === 'yes' ? 'reason.retired' : 'reason.reinstated', {
      subjectId: id,
      at,
    })
  })
}

/** Moves a reason one place up or down among those of its kind. Refuses a retired one; at the end already it stays. */
export async function moveReason(admin: Admin, { id, way }: ReasonMove, at: Date, on: Database = db) {
  await on.transaction(async (tx) => {
    await takeTurns(tx)
    const [reason] = await tx.select({ kind: reasons.kind }).from(reasons).where(eq(reasons.id, id))
    if (!reason) throw new Refusal('notFound')
    const live = await liveOf(tx, reason.kind)
    if (!live.includes(id)) throw new Refusal('reasonRetired')
    const order = moveInList(live, id, way)
    if (!order) throw new Refusal('alreadyDone')
    for (const [index, one] of order.entries())
      await tx
        .update(reasons)
        .set({ position: index + 1 })
        .where(eq(reasons.id, one))
    await record(tx, admin, 'reason.moved', { subjectId: id, at })
  })
}

async function insert(
  tx: Database,
  admin: Admin,
  action: 'reason.added' | 'reason.reworded',
  reason: typeof reasons.$inferInsert,
  at: Date,
) {
  const [made] = await tx.insert(reasons).values(reason).returning({ id: reasons.id })
  if (!made) throw new Error('The reason was not made.')
  await record(tx, admin, action, { subjectId: made.id, at })
  return made.id
}

/** One after the other, so that of two admins the second decides about what the first has left. */
const takeTurns = (tx: Database) => tx.execute(sql`select pg_advisory_xact_lock(hashtext('reasons'))`)

/** The ids of a kind that can be chosen, in their order. */
async function liveOf(tx: Database, kind: ReasonKind) {
  const rows = await tx
    .select({ id: reasons.id })
    .from(reasons)
    .where(and(eq(reasons.kind, kind), isNull(reasons.retiredAt)))
    .orderBy(asc(reasons.position), asc(reasons.key))
  return rows.map(({ id }) => id)
}

async function isReplaced(tx: Database, id: string) {
  const [next] = await tx.select({ id: reasons.id }).from(reasons).where(eq(reasons.replaces, id))
  return Boolean(next)
}

async function whyNone(tx: Database, id: string) {
  const [known] = await tx.select({ id: reasons.id }).from(reasons).where(eq(reasons.id, id))
  return new Refusal(known ? 'reasonRetired' : 'notFound')
}
