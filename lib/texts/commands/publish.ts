import { LANGUAGES } from '@/lib/lists'
import 'server-only'
import { and, eq, gt, isNotNull, isNull } from 'drizzle-orm'
import { type Database, db } from '@/db/client'
import { documents, documentTexts } from '@/db/schema'
import type { Admin } from '@/lib/actor'
import { brokenConstraint, Refusal } from '@/lib/errors'
import { requireFreshFactor } from '@/lib/fresh-factor'
import { record } from '@/lib/log/record'
import { queueMailToAdmins } from '@/lib/mail/queue'
import { berlinDate } from '@/lib/time'
import type { TextPublication, TextWithdrawal } from '../input'
import { draftObstacle, unchangedSince } from './draft'

/**
 * Publishes a draft as it was seen, to hold from tomorrow on or later; from then on its words stay. The other admins are told.
 * Refuses a draft that lacks a language, a day that is too soon or taken, and one that was saved since.
 */
export async function publishText(admin: Admin, input: TextPublication, at: Date, on: Database = db) {
  requireFreshFactor(admin, at)
  const { id, from: effectiveFrom, reason } = input
  if (effectiveFrom <= berlinDate(at)) throw new Refusal('dayTooSoon', 'from')
  await on.transaction(async (tx) => {
    await refuseUntranslated(tx, id)
    const [published] = await tx
      .update(documents)
      .set({ effectiveFrom, publishedAt: at, publishedBy: admin.id, reason })
      .where(and(unchangedSince(input), isNull(documents.publishedAt)))
      .returning({ id: documents.id })
      .catch(dayTaken)
    if (!published) throw await draftObstacle(tx, id)
    await record(tx, admin, 'text.published', { subjectId: id, reason: effectiveFrom, at })
    await queueMailToAdmins(tx, 'text-changed', { document: id, act: 'published' }, admin)
  })
}

/** Withdraws a version before the day from which it was to hold. The other admins are told. Refuses one that has begun. */
export async function withdrawText(
  admin: Admin,
  { id, reason }: TextWithdrawal,
  at: Date,
  on: Database = db,
) {
  requireFreshFactor(admin, at)
  await on.transaction(async (tx) => {
    const [withdrawn] = await tx
      .update(documents)
      .set({ withdrawnAt: at, withdrawnBy: admin.id, withdrawnReason: reason })
      .where(
        and(
          eq(documents.id, id),
          isNotNull(documents.publishedAt),
          isNull(documents.withdrawnAt),
          gt(documents.effectiveFrom, berlinDate(at)),
        ),
      )
      .returning({ id: documents.id })
    if (!withdrawn) throw new Refusal('documentStays')
    await record(tx, admin, 'text.withdrawn', { subjectId: id, at })
    await queueMailToAdmins(tx, 'text-changed', { document: id, act: 'withdrawn' }, admin)
  })
}

async function refuseUntranslated(tx: Database, id: string) {
  const [draft] = await tx
    .select({ id: documents.id })
    .from(documents)
    .where(and(eq(documents.id, id), isNull(documents.publishedAt)))
  if (!draft) throw await draftObstacle(tx, id)
  const texts = await tx
    .select({ language: documentTexts.language })
    .from(documentTexts)
    .where(eq(documentTexts.documentId, id))
  if (LANGUAGES.some((language) => !texts.some((text) => text.language === language)))
    throw new Refusal('textMissing')
}

function dayTaken(error: unknown): never {
  if (brokenConstraint(error) === 'documents_effective_from') throw new Refusal('dayTaken', 'from')
  throw error
}
