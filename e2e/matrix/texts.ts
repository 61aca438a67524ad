import { startTextDraft } from '@/lib/texts/commands/draft'
import { textOn } from '@/lib/texts/queries/texts'
import { berlinDate } from '@/lib/time'
import type { World } from './world'

export const currentTerms = async ({ portal }: World) =>
  (await textOn('terms', berlinDate(new Date()), portal.app)).id

/** The member has not accepted the terms in force, which this gives the id of. */
export async function notAccepted(world: World) {
  const id = await currentTerms(world)
  await world.portal.rows(
    'delete from acceptances where text_id = $1 and member_id = $2',
    id,
    world.member.actor.ownMemberId,
  )
  return id
}

/** The member has accepted the terms in force. */
export async function accepted(world: World) {
  const id = await notAccepted(world)
  await world.portal.rows(
    "insert into acceptances (member_id, text_id, language, at) values ($1, $2, 'en', now())",
    world.member.actor.ownMemberId,
    id,
  )
  return id
}

export const noDraft = ({ portal }: World) => portal.rows('delete from texts where published_at is null')

/** A draft of the terms, the only one, and when its words were last saved. */
export async function aDraft(world: World) {
  await noDraft(world)
  const at = new Date()
  const id = await startTextDraft(world.admin.actor, await currentTerms(world), at, world.portal.app)
  return { id, seen: at.toISOString() }
}
