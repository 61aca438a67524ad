import type { Admin } from '@/lib/auth/actor'
import { addDays, berlinDate } from '@/lib/calendar'
import { openCountry } from '@/lib/countries/commands/change'
import { moment, must, type Stage } from './stage'

/** What an administrator has prepared and has not come yet. */
export async function seedComing({ tx, now, reviewers }: Stage) {
  const at = moment(now, 2)
  const admin = { ...must(reviewers.get('admin'), 'admin'), factorAt: at } as Admin
  await openCountry(admin, { code: 'PT', from: addDays(berlinDate(now), 24) }, at, tx)
}
