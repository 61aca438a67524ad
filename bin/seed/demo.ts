import { eq, inArray, sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { accounts, mails } from '@/db/schema'
import { recordModels } from '@/lib/catalogue/commands/unmatched'
import { correctIdentity } from '@/lib/profile/commands/details'
import { saveRegistrationDraft } from '@/lib/registrations/commands/draft'
import { seedByHand } from './demo/by-hand'
import { seedCentres } from './demo/centres'
import { seedChecks } from './demo/checks'
import { seedUpcoming } from './demo/coming'
import { addressOf } from './demo/people'
import { moment, required, type Stage, setStage } from './demo/stage'
import { playStory } from './demo/story'

/**
 * Seeds demo people, products and invoices: staff of each role and members in every state. They are created by the same
 * commands as real ones, at times before `now`. Runs as the owner in one transaction and needs the storage settings. Leaves
 * an existing demo alone. Returns whether it created one.
 */
export async function seedDemo(db: Database, now: Date): Promise<boolean> {
  return db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext('seed-demo'))`)
    if (await isSeeded(tx)) return false
    const stage = await setStage(tx, now)
    await playStory(stage)
    await seedUnfinished(stage)
    await seedUnmatchedModels(stage)
    await seedByHand(stage)
    await seedChecks(stage)
    await seedUpcoming(stage)
    await seedCentres(stage)
    await dropMails(stage)
    return true
  })
}

async function isSeeded(tx: Database) {
  const email = addressOf('admin')
  return (await tx.select({ id: accounts.id }).from(accounts).where(eq(accounts.email, email))).length > 0
}

/** An unfinished registration draft and an open request to correct a name. */
async function seedUnfinished({ tx, now, members }: Stage) {
  const line = { model: 'S1RII', serial: '', purchasedOn: '2026-10-30', dealer: 'Fotohaus Brillmoser GmbH' }
  await saveRegistrationDraft(required(members.get('knut'), 'knut'), [line], moment(now, 1), tx)
  const corrected = { firstName: 'Nora', surname: 'Samplewood-Finch', bornOn: '1990-05-09' }
  const why = 'I married in September; the new name is on my passport.'
  await correctIdentity(required(members.get('nora'), 'nora'), { ...corrected, why }, moment(now, 3), tx)
}

/** Models that members typed and the catalogue does not know, by how many of them, and how many days ago. */
const UNMATCHED: [text: string, members: number, ago: number][] = [
  ['S5 III', 6, 2],
  ['GH8', 4, 1],
  ['Lumix S55', 3, 5],
  ['DC-L100', 2, 9],
  ['Dashcam', 1, 30],
]

async function seedUnmatchedModels({ tx, now, members }: Stage) {
  const all = [...members.values()]
  for (const [text, count, ago] of UNMATCHED)
    for (const member of all.slice(0, count))
      await recordModels(member, [{ text, known: false }], moment(now, ago), tx)
}

/**
 * Deletes the mails the commands queued for these people: a hundred mails dated today about last spring would be
 * misleading, and hide the one with the visitor's code. The jobs find no mail and do nothing.
 */
async function dropMails({ tx, members, reviewers, desks }: Stage) {
  const all = [members, reviewers, desks].flatMap((people) => [...people.values()].map(({ id }) => id))
  await tx.delete(mails).where(inArray(mails.accountId, all))
}
