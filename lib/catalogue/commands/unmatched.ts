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

/** More different texts than anybody would read; further ones are not kept. */
const MOST = 2000

/** A model as a member sent it with a list, and whether we knew which product it is. */
type Typed = { text: string; known: boolean }

/**
 * Keeps what a member sent in a list as a model that nobody knows, and forgets what they have cleared up since. It decides nothing
 * about anybody and says nothing of who it was, so it leaves no row in the log.
 */
export async function noteModels(member: Member, typed: readonly Typed[], at: Date, on: Database = db) {
  await on.transaction(async (tx) => {
    for (const { text, known } of typed) {
      const kept = unmatchedText(text)
      if (!kept) continue
      const who = whoTyped(member, kept.key)
      if (known) await forget(tx, kept.key, who)
      else await keep(tx, { ...kept, who, at })
    }
  })
}

/** Counts people without saying who: for another text, the same person has another hash. */
const whoTyped = ({ ownMemberId }: Member, key: string) =>
  createHmac('sha256', env().AUTH_SECRET).update(`unmatched ${key} ${ownMemberId}`).digest('hex').slice(0, 32)

const forget = (tx: Database, key: string, who: string) =>
  tx.delete(unmatchedTypings).where(and(eq(unmatchedTypings.key, key), eq(unmatchedTypings.who, who)))

async function keep(tx: Database, typing: typeof unmatchedTypings.$inferInsert) {
  const { key, spelling, at } = typing
  const [all] = await tx.select({ keys: count() }).from(unmatchedModels)
  if ((all?.keys ?? 0) < MOST) await tx.insert(unmatchedModels).values({ key }).onConflictDoNothing()
  const [model] = await tx
    .select({ dismissedAt: unmatchedModels.dismissedAt })
    .from(unmatchedModels)
    .where(eq(unmatchedModels.key, key))
    .for('key share') // an admin who makes a product of it at this moment takes it away before or after
  if (!model || model.dismissedAt) return
  await tx
    .insert(unmatchedTypings)
    .values(typing)
    .onConflictDoUpdate({ target: [unmatchedTypings.key, unmatchedTypings.who], set: { spelling, at } })
}

/**
 * A text that members typed in vain becomes another name of a product, as most of them wrote it, and returns that spelling. Refuses
 * what a colleague has dealt with, what names another product already, and a product with too many names.
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
    const named = { ...facts, aliases: [...facts.aliases, spelling] }
    if (spellingsOf(facts).some((one) => one.key === key)) throw new Refusal('unmatchedGone')
    if (named.aliases.length > MAX_ALIASES) throw new Refusal('aliasesFull', undefined, { most: MAX_ALIASES })
    refuseSpellingConflict(
      named,
      entries.filter((entry) => entry.id !== id),
    )
    await updateProduct(tx, admin, before, named, at)
    return spelling
  })
}

/** Puts a text aside: it is nothing for the catalogue, and is not listed again. Refuses what a colleague has dealt with. */
export async function ignoreUnmatched(admin: Admin, key: string, at: Date, on: Database = db) {
  await on.transaction(async (tx) => {
    await lockCatalogue(tx) // a colleague may be making a product's name of it
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
