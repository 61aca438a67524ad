import { LANGUAGES } from '@/lib/lists'
import 'server-only'
import { and, eq, gt, isNotNull, isNull } from 'drizzle-orm'
import { type Database, db } from '@/db/client'
import { textBodies, texts } from '@/db/schema'
import type { Admin } from '@/lib/actor'
import { brokenConstraint, Refusal } from '@/lib/errors'
import { requireFreshFactor } from '@/lib/fresh-factor'
import { record } from '@/lib/log/record'
import { queueMailToAdmins } from '@/lib/mail/queue'
import { berlinDate } from '@/lib/time'
import type { TextPublication, TextWithdrawal } from '../input'
import { draftObstacle, unchangedSince } from './draft'

/**
 * Publishes a draft as it was seen, effective from tomorrow or later; its words can no longer change. Notifies the other admins.
 * Refuses a draft that lacks a language, a day that is too soon or taken, and a draft saved since.
 */
export async function publishText(admin: Admin, input: TextPublication, at: Date, on: Database = db) {
  requireFreshFactor(admin, at)
  const { id, from: effectiveFrom, reason } = input
  if (effectiveFrom <= berlinDate(at)) throw new Refusal('dayTooSoon', 'from')
  await on.transaction(async (tx) => {
    await refuseUntranslated(tx, id)
    const [published] = await tx
      .update(texts)
      .set({ effectiveFrom, publishedAt: at, publishedBy: admin.id, reason })
      .where(and(unchangedSince(input), isNull(texts.publishedAt)))
      .returning({ id: texts.id })
      .catch(refuseTakenDay)
    if (!published) throw await draftObstacle(tx, id)
    await record(tx, admin, 'text.published', { subjectId: id, reason: effectiveFrom, at })
    await queueMailToAdmins(tx, 'text-changed', { text: id, act: 'published' }, admin)
  })
}

/** Withdraws a version before its first day. Notifies the other admins. Refuses one that has begun. */
export async function withdrawText(
  admin: Admin,
  { id, reason }: TextWithdrawal,
  at: Date,
  on: Database = db,
) {
  requireFreshFactor(admin, at)
  await on.transaction(async (tx) => {
    const [withdrawn] = await tx
      .update(texts)
      .set({ withdrawnAt: at, withdrawnBy: admin.id, withdrawnReason: reason })
      .where(
        and(
          eq(texts.id, id),
          isNotNull(texts.publishedAt),
          isNull(texts.withdrawnAt),
          gt(texts.effectiveFrom, berlinDate(at)),
        ),
      )
      .returning({ id: texts.id })
    if (!withdrawn) throw new Refusal('textStays')
    await record(tx, admin, 'text.withdrawn', { subjectId: id, at })
    await queueMailToAdmins(tx, 'text-changed', { text: id, act: 'withdrawn' }, admin)
  })
}

async function refuseUntranslated(tx: Database, id: string) {
  const [draft] = await tx
    .select({ id: texts.id })
    .from(texts)
    .where(and(eq(texts.id, id), isNull(texts.publishedAt)))
  if (!draft) throw await draftObstacle(tx, id)
  const bodies = await tx
    .select({ language: textBodies.language })
    .from(textBodies)
    .where(eq(textBodies.textId, id))
  if (LANGUAGES.some((language) => !bodies.some((body) => body.language === language)))
    throw new Refusal('textMissing')
}

function refuseTakenDay(error: unknown): never {
  if (brokenConstraint(error) === 'texts_effective_from') throw new Refusal('dayTaken', 'from')
  throw error
}
