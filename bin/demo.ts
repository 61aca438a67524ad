// `npm run demo`: the whole portal on this machine, with people, products and invoices to look at.
import { rm } from 'node:fs/promises'
import { removeEmbedded } from '@/db/embedded'
import { runWithCrew } from './portal/crew'
import { refuseTakenPort } from './portal/ports'
import { given, portSetting } from './portal/settings'
import { signInAddresses } from './portal/sign-in-addresses'
import { startPortal } from './portal/start'

const FOLDER = '.data'
const say = (line: string) => console.log(line)

await runWithCrew(async (crew) => {
  const begun = performance.now()
  const port = portSetting('PORT', 3000)
  await refuseTakenPort(port, 'npm run demo')
  if (process.argv.includes('--fresh')) await startOver()
  const demoData = !given('DATABASE_URL') || process.argv.includes('--demo-data')
  const portal = await startPortal(crew, { folder: FOLDER, distDir: '.next', port, demoData, say })
  const addresses = await signInAddresses(portal.urls.owner)
  say(`
Ready in ${Math.round((performance.now() - begun) / 1000)} s. Ctrl-C stops everything.

  The portal     ${portal.url}
  The mailbox    ${portal.mailboxUrl ?? 'mail goes out by SMTP_URL'}

Sign in at ${portal.url}/sign-in with one of these addresses; the code is in the mailbox.
${addresses.map(({ role, email }) => `  ${role.padEnd(14)} ${email}`).join('\n')}
`)
  return crew.loss
})

/** The database that comes along, its files and mails; a database of the settings is never emptied. */
async function startOver() {
  if (given('DATABASE_URL'))
    throw new Error(
      '--fresh is for the database that comes along; DATABASE_URL is set, so nothing was deleted.',
    )
  await removeEmbedded(`${FOLDER}/postgres`)
  await rm(FOLDER, { recursive: true, force: true })
}
