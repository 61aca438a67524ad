import { eq, inArray, sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { accounts, mails } from '@/db/schema'
import { recordModels } from '@/lib/catalogue/commands/unmatched'
import { correctIdentity } from '@/lib/profile/commands/details'
import { saveRegistrationDraft } from '@/lib/registrations/commands/draft'
import { seedByHand } from './demo/by-hand'
import { seedCentres } from './demo/centres'
import { seedChecks } from './demo/checks'
import { seedComing } from './demo/coming'
import { addressOf } from './demo/people'
import { moment, must, type Stage, setStage } from './demo/stage'
import { tellStory } from './demo/story'

/**
 * People, products and invoices to look at, besides the programme itself: staff of each role and members in every state.
 * They went the way everybody goes, by the same commands, some time before `now`. Runs as the owner, needs the settings of the
 * storage, and is one transaction: all of it is there, or nothing. When it is there already it stays as it is. Says whether
 * it made it.
 */
export async function seedDemo(db: Database, now: Date): Promise<boolean> {
  return db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext('seed-demo'))`)
    if (await isThere(tx)) return false
    const stage = await setStage(tx, now)
    await tellStory(stage)
    await leaveUndone(stage)
    await typeInVain(stage)
    await seedByHand(stage)
    await seedChecks(stage)
    await seedComing(stage)
    await seedCentres(stage)
    await dropMails(stage)
    return true
  })
}

async function isThere(tx: Database) {
  const email = addressOf('admin')
  return (await tx.select({ id: accounts.id }).from(accounts).where(eq(accounts.email, email))).length > 0
}

/** A list that somebody is still writing, and a name that somebody wants corrected. */
async function leaveUndone({ tx, now, members }: Stage) {
  const line = { model: 'S1RII', serial: '', purchasedOn: '2026-10-30', dealer: 'Fotohaus Brillmoser GmbH' }
  await saveRegistrationDraft(must(members.get('knut'), 'knut'), [line], moment(now, 1), tx)
  const corrected = { firstName: 'Nora', surname: 'Samplewood-Finch', bornOn: '1990-05-09' }
  const why = 'I married in September; the new name is on my passport.'
  await correctIdentity(must(members.get('nora'), 'nora'), { ...corrected, why }, moment(now, 3), tx)
}

/** What a member typed and the catalogue does not know, how many of them, and how many days ago. */
const IN_VAIN: [text: string, members: number, ago: number][] = [
  ['S5 III', 6, 2],
  ['GH8', 4, 1],
  ['Lumix S55', 3, 5],
  ['DC-L100', 2, 9],
  ['Dashcam', 1, 30],
]

async function typeInVain({ tx, now, members }: Stage) {
  const all = [...members.values()]
  for (const [text, count, ago] of IN_VAIN)
    for (const member of all.slice(0, count))
      await recordModels(member, [{ text, known: false }], moment(now, ago), tx)
}

/**
 * What the commands queued for these people is not sent: a mailbox with a hundred mails of today about last spring would
 * mislead, and hide the one with the visitor's code. The jobs find no mail and do nothing.
 */
async function dropMails({ tx, members, reviewers, desks }: Stage) {
  const all = [members, reviewers, desks].flatMap((people) => [...people.values()].map(({ id }) => id))
  await tx.delete(mails).where(inArray(mails.accountId, all))
}
