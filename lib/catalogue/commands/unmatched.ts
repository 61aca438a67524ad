import 'server-only'
import { createHmac } from 'node:crypto'
import { and, count, eq, isNull } from 'drizzle-orm'
import { type Database, db } from '@/db/client'
import { unmatchedModels, unmatchedTypings } from '@/db/schema'
import type { Admin, Member } from '@/lib/actor'
import { env } from '@/lib/env'
import { Refusal } from '@/lib/errors'
import { record } from '@/lib/log/record'
import { spellingsOf } from '../changes'
import { MAX_ALIASES } from '../input'
import { readEntries } from '../queries/catalogue'
import { spellingOf } from '../queries/unmatched'
import { unmatchedText } from '../unmatched'
import { refuseSpellingConflict } from './save'
import { lockCatalogue, updateProduct } from './write'

/** More different texts than anybody would read; no further ones are kept. */
const MAX_TEXTS = 2000

/** A model as a member submitted it, and whether it matched a product. */
type SubmittedModel = { text: string; known: boolean }

/**
 * Stores the models a member submitted that match no product, and deletes those they have corrected since. It affects nobody and
 * does not identify the member, so it is not logged.
 */
export async function recordModels(
  member: Member,
  models: readonly SubmittedModel[],
  at: Date,
  on: Database = db,
) {
  await on.transaction(async (tx) => {
    for (const { text, known } of models) {
      const unmatched = unmatchedText(text)
      if (!unmatched) continue
      const who = typistHash(member, unmatched.key)
      if (known) await deleteTyping(tx, unmatched.key, who)
      else await keepTyping(tx, { ...unmatched, who, at })
    }
  })
}

/** Counts people without identifying them: the same person has a different hash for each text. */
const typistHash = ({ ownMemberId }: Member, key: string) =>
  createHmac('sha256', env().AUTH_SECRET).update(`unmatched ${key} ${ownMemberId}`).digest('hex').slice(0, 32)

const deleteTyping = (tx: Database, key: string, who: string) =>
  tx.delete(unmatchedTypings).where(and(eq(unmatchedTypings.key, key), eq(unmatchedTypings.who, who)))

async function keepTyping(tx: Database, typing: typeof unmatchedTypings.$inferInsert) {
  const { key, spelling, at } = typing
  const [all] = await tx.select({ keys: count() }).from(unmatchedModels)
  if ((all?.keys ?? 0) < MAX_TEXTS) await tx.insert(unmatchedModels).values({ key }).onConflictDoNothing()
  const [model] = await tx
    .select({ dismissedAt: unmatchedModels.dismissedAt })
    .from(unmatchedModels)
    .where(eq(unmatchedModels.key, key))
    .for('key share') // an admin who is turning it into a product deletes it before or after
  if (!model || model.dismissedAt) return
  await tx
    .insert(unmatchedTypings)
    .values(typing)
    .onConflictDoUpdate({ target: [unmatchedTypings.key, unmatchedTypings.who], set: { spelling, at } })
}

/**
 * Adds an unmatched text to a product as an alias, spelled as most members wrote it, and returns that spelling. Refuses a text
 * that a colleague has handled or that already names another product, and a product with too many aliases.
 */
export async function nameProduct(
  admin: Admin,
  { key, product }: { key: string; product: string },
  at: Date,
  on: Database = db,
): Promise<string> {
  return on.transaction(async (tx) => {
    await lockCatalogue(tx)
    const spelling = await spellingOf(key, tx)
    if (!spelling) throw new Refusal('unmatchedGone')
    const entries = await readEntries(tx)
    const before = entries.find(({ id }) => id === product)
    if (!before) throw new Refusal('notFound')
    const { id, version: _, registered: __, ...facts } = before
    const withAlias = { ...facts, aliases: [...facts.aliases, spelling] }
    if (spellingsOf(facts).some((one) => one.key === key)) throw new Refusal('unmatchedGone')
    if (withAlias.aliases.length > MAX_ALIASES)
      throw new Refusal('aliasesFull', undefined, { most: MAX_ALIASES })
    refuseSpellingConflict(
      withAlias,
      entries.filter((entry) => entry.id !== id),
    )
    await updateProduct(tx, admin, before, withAlias, at)
    return spelling
  })
}

/** Dismisses a text: it does not belong in the catalogue and is not listed again. Refuses one that a colleague has handled. */
export async function ignoreUnmatched(admin: Admin, key: string, at: Date, on: Database = db) {
  await on.transaction(async (tx) => {
    await lockCatalogue(tx) // a colleague may be turning it into an alias
    const [ignored] = await tx
      .update(unmatchedModels)
      .set({ dismissedAt: at, dismissedBy: admin.id })
      .where(and(eq(unmatchedModels.key, key), isNull(unmatchedModels.dismissedAt)))
      .returning({ key: unmatchedModels.key })
    if (!ignored) throw new Refusal('unmatchedGone')
    await tx.delete(unmatchedTypings).where(eq(unmatchedTypings.key, key))
    await record(tx, admin, 'product.unknown-ignored', { at })
  })
}
