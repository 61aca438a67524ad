import type { Admin } from '@/lib/actor'
import { openCountry } from '@/lib/countries/commands/change'
import { saveTextDraft, startTextDraft } from '@/lib/texts/commands/draft'
import { publishText } from '@/lib/texts/commands/publish'
import { textOn } from '@/lib/texts/queries/texts'
import { openVersion } from '@/lib/texts/queries/versions'
import { addDays, berlinDate } from '@/lib/time'
import { moment, required, type Stage } from './stage'

/** Changes that an administrator has scheduled for the future. */
export async function seedUpcoming(stage: Stage) {
  const { tx, now, reviewers } = stage
  const at = moment(now, 2)
  const admin = { ...required(reviewers.get('admin'), 'admin'), factorAt: at } as Admin
  await openCountry(admin, { code: 'PT', from: addDays(berlinDate(now), 24) }, at, tx)
  await scheduleTerms(stage, admin, at)
}

/** Publishes the terms with one more paragraph, effective next month: a placeholder. */
async function scheduleTerms({ tx, now }: Stage, admin: Admin, at: Date) {
  const today = berlinDate(now)
  const id = await startTextDraft(admin, (await textOn('terms', today, tx)).id, at, tx)
  const draft = required((await openVersion(admin, id, today, tx)) ?? undefined, 'the draft of the terms')
  const seen = draft.changedAt.toISOString()
  const en = `${draft.texts.en}\n\n## Changes\n\nWe tell you of new terms when they begin, in your account. What you accepted stays readable.`
  const de = `${draft.texts.de}\n\n## Änderungen\n\nNeue Bedingungen nennen wir Ihnen, wenn sie beginnen, in Ihrem Konto. Was Sie angenommen haben, bleibt lesbar.`
  await saveTextDraft(admin, { id, seen, version: draft.version, en, de }, at, tx)
  const reason = 'How changes are announced was missing (a placeholder of the demo)'
  // The database refuses a version that begins in its own past, whatever `now` is.
  const from = addDays(berlinDate(new Date(Math.max(now.getTime(), Date.now()))), 37)
  await publishText(admin, { id, seen: at.toISOString(), from, reason }, at, tx)
}
