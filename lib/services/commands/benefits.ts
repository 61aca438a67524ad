import 'server-only'
import { asc, eq } from 'drizzle-orm'
import { type Database, db } from '@/db/client'
import { benefits } from '@/db/schema'
import type { Admin } from '@/lib/actor'
import { Refusal } from '@/lib/errors'
import { requireFreshFactor } from '@/lib/fresh-factor'
import { record } from '@/lib/log/record'
import type { BenefitMove, BenefitRenaming, NewBenefit } from '../input'

/** Adds a kind of service at the end of the list. It has no effect until a status has a line of it. */
export async function addBenefit(admin: Admin, input: NewBenefit, at: Date, on: Database = db) {
  requireFreshFactor(admin, at)
  return on.transaction(async (tx) => {
    const all = await lockBenefits(tx)
    if (all.some(({ texts }) => texts.en.toLowerCase() === input.en.toLowerCase()))
      throw new Refusal('benefitKnown', 'en')
    const id = crypto.randomUUID()
    const { en, de, unit } = input
    const position = Math.max(-1, ...all.map((one) => one.position)) + 1
    await tx.insert(benefits).values({ id, key: id, texts: { en, de }, unit, position })
    await record(tx, admin, 'benefit.added', { subjectId: id, at })
    return id
  })
}

/** Changes its name in the staff's lists, and its unit. The lines that members read stay as they are. */
export async function renameBenefit(admin: Admin, input: BenefitRenaming, at: Date, on: Database = db) {
  requireFreshFactor(admin, at)
  await on.transaction(async (tx) => {
    const all = await lockBenefits(tx)
    const isTaken = all.some(
      ({ id, texts }) => id !== input.benefit && texts.en.toLowerCase() === input.en.toLowerCase(),
    )
    if (isTaken) throw new Refusal('benefitKnown', 'en')
    const { en, de, unit } = input
    const [renamed] = await tx
      .update(benefits)
      .set({ texts: { en, de }, unit })
      .where(eq(benefits.id, input.benefit))
      .returning({ id: benefits.id })
    if (!renamed) throw new Refusal('notFound')
    await record(tx, admin, 'benefit.renamed', { subjectId: renamed.id, at })
  })
}

/** Moves a benefit one place up or down in the displayed order. Refuses to move the first up and the last down. */
export async function moveBenefit(admin: Admin, { benefit, to }: BenefitMove, at: Date, on: Database = db) {
  requireFreshFactor(admin, at)
  await on.transaction(async (tx) => {
    const all = (await lockBenefits(tx)).map(({ id }) => id)
    const place = all.indexOf(benefit)
    const other = place + (to === 'up' ? -1 : 1)
    if (place < 0 || other < 0 || other >= all.length) throw new Refusal('benefitNoFurther')
    const order = all.with(place, all[other] ?? benefit).with(other, benefit)
    for (const [position, id] of order.entries())
      await tx.update(benefits).set({ position }).where(eq(benefits.id, id))
    await record(tx, admin, 'benefit.moved', { subjectId: benefit, at })
  })
}

/** Returns all benefits in order, locked until the transaction ends. */
const lockBenefits = (tx: Database) =>
  tx
    .select({ id: benefits.id, texts: benefits.texts, position: benefits.position })
    .from(benefits)
    .orderBy(asc(benefits.position), asc(benefits.key))
    .for('update')
