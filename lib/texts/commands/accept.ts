import 'server-only'
import { eq } from 'drizzle-orm'
import { type Database, db } from '@/db/client'
import { acceptances, texts } from '@/db/schema'
import type { Member } from '@/lib/actor'
import { Refusal } from '@/lib/errors'
import { record } from '@/lib/log/record'
import { berlinDate } from '@/lib/time'
import type { TextAcceptance } from '../input'
import { textOn } from '../queries/texts'

/**
 * Records that a member accepts the terms, or has read the privacy policy, in the language it was shown in. Refuses a version
 * that is not in force that day, and one accepted before. Returns the kind of text.
 */
export async function acceptText(
  member: Member,
  { id, language }: TextAcceptance,
  at: Date,
  on: Database = db,
) {
  return on.transaction(async (tx) => {
    const [text] = await tx.select({ kind: texts.kind }).from(texts).where(eq(texts.id, id))
    if (!text) throw new Refusal('notFound')
    const current = await textOn(text.kind, berlinDate(at), tx)
    if (current.id !== id) throw new Refusal('textsChanged')
    const [accepted] = await tx
      .insert(acceptances)
      .values({ memberId: member.ownMemberId, textId: id, language, at })
      .onConflictDoNothing()
      .returning({ at: acceptances.at })
    if (!accepted) throw new Refusal('alreadyDone')
    await record(tx, member, 'text.accepted', { memberId: member.ownMemberId, subjectId: id, at })
    return text.kind
  })
}
