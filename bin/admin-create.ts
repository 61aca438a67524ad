// `npm run admin:create -- --email you@example.com`: prints a one-time link, valid for 72 hours, that creates the first admin.
// Everyone else is invited by an admin in the portal.
import { parseArgs } from 'node:util'
import { connect } from '@/db/client'
import { normaliseEmail } from '@/lib/email'
import { Refusal } from '@/lib/errors'
import en from '@/lib/i18n/messages/en/refusals.json'
import { inviteFirstAdmin } from '@/lib/staff/commands/first-admin'
import { runWithProcesses } from './portal/process-group'
import { openDatabase } from './portal/services'
import { dataFolder, defaultSettings } from './portal/settings'

await runWithProcesses(async (group) => {
  const email = normaliseEmail(emailOption())
  if (!email)
    throw new Error(
      'An email address is needed, for example: npm run admin:create -- --email you@example.com',
    )
  const urls = await openDatabase(group, { folder: dataFolder(), say: console.log, shared: true })
  const { db, pool } = connect(urls.app, 1)
  const token = await inviteFirstAdmin(email, new Date(), db)
    .catch((error) => {
      throw error instanceof Refusal ? new Error(en[error.reason]) : error
    })
    .finally(() => pool.end())
  const { APP_URL } = defaultSettings(dataFolder(), 3000)
  return { code: 0, lastLine: `Open this within 72 hours, once:\n${APP_URL}/staff/invitation/${token}` }
})

function emailOption() {
  const { values } = parseArgs({
    args: process.argv.slice(2),
    options: { email: { type: 'string' } },
    strict: false,
  })
  return typeof values.email === 'string' ? values.email : ''
}
