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
    await lockReasons(tx)
    const [last] = await tx
      .select({ position: max(reasons.position) })
      .from(reasons)
      .where(eq(reasons.kind, kind))
    const position = (last?.position ?? 0) + 1
    return insertReason(tx, admin, 'reason.added', { kind, ending, texts: { en, de }, position }, at)
  })
}

/**
 * Rewords a reason: a new one takes its place, and the old one is retired with its words, to which past decisions refer. Returns
 * the new one's id. Refuses a retired one, and unchanged words.
 */
export async function rewordReason(admin: Admin, { id, en, de }: Rewording, at: Date, on: Database = db) {
  return on.transaction(async (tx) => {
    await lockReasons(tx)
    const [old] = await tx
      .update(reasons)
      .set({ retiredAt: at })
      .where(and(eq(reasons.id, id), isNull(reasons.retiredAt)))
      .returning()
    if (!old) throw await missingReason(tx, id)
    if (old.texts.en === en && old.texts.de === de) throw new Refusal('reasonSame')
    const { kind, ending, position } = old
    const reworded = { kind, ending, position, texts: { en, de }, replaces: id }
    return insertReason(tx, admin, 'reason.reworded', reworded, at)
  })
}

/** Retires a reason, or reinstates it. Refuses the last one of its kind, and one whose words were replaced. */
export async function setReasonRetired(
  admin: Admin,
  { id, retired }: ReasonRetirement,
  at: Date,
  on: Database = db,
) {
  await on.transaction(async (tx) => {
    await lockReasons(tx)
    const [reason] = await tx.select().from(reasons).where(eq(reasons.id, id))
    if (!reason) throw new Refusal('notFound')
    const active = await listActive(tx, reason.kind)
    if (retired === 'yes' && active.includes(id) && active.length === 1) throw new Refusal('lastReason')
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

/** Moves a reason one place up or down among those of its kind. Refuses a retired one, and one already at the end. */
export async function moveReason(admin: Admin, { id, way }: ReasonMove, at: Date, on: Database = db) {
  await on.transaction(async (tx) => {
    await lockReasons(tx)
    const [reason] = await tx.select({ kind: reasons.kind }).from(reasons).where(eq(reasons.id, id))
    if (!reason) throw new Refusal('notFound')
    const active = await listActive(tx, reason.kind)
    if (!active.includes(id)) throw new Refusal('reasonRetired')
    const order = moveInList(active, id, way)
    if (!order) throw new Refusal('alreadyDone')
    for (const [index, one] of order.entries())
      await tx
        .update(reasons)
        .set({ position: index + 1 })
        .where(eq(reasons.id, one))
    await record(tx, admin, 'reason.moved', { subjectId: id, at })
  })
}

async function insertReason(
  tx: Database,
  admin: Admin,
  action: 'reason.added' | 'reason.reworded',
  reason: typeof reasons.$inferInsert,
  at: Date,
) {
  const [created] = await tx.insert(reasons).values(reason).returning({ id: reasons.id })
  if (!created) throw new Error('The reason was not created.')
  await record(tx, admin, action, { subjectId: created.id, at })
  return created.id
}

/** Serialises changes, so that the second of two admins works on the first one's result. */
const lockReasons = (tx: Database) => tx.execute(sql`select pg_advisory_xact_lock(hashtext('reasons'))`)

/** Returns the ids of a kind that can be chosen, in order. */
async function listActive(tx: Database, kind: ReasonKind) {
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

async function missingReason(tx: Database, id: string) {
  const [existing] = await tx.select({ id: reasons.id }).from(reasons).where(eq(reasons.id, id))
  return new Refusal(existing ? 'reasonRetired' : 'notFound')
}
