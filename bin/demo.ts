// `npm run demo`: the whole portal on this machine, with people, products and invoices to look at.
import { rm } from 'node:fs/promises'
import { removeEmbedded } from '@/bin/postgres/embedded'
import { refuseTakenPort } from './portal/ports'
import { runWithProcesses } from './portal/process-group'
import { dataFolder, portSetting, readSetting } from './portal/settings'
import { signInAddresses } from './portal/sign-in-addresses'
import { type Portal, startPortal } from './portal/start'

const folder = dataFolder()
const say = (line: string) => console.log(line)

const PASSKEYS = [
  'Staff then set up a passkey, their second factor: by the fingerprint, face or PIN of this device, or by a phone.',
  'Without any of these, Chrome can emulate one: DevTools (F12) > three dots > More tools > WebAuthn > tick "Enable virtual',
  'authenticator environment", choose ctap2, internal, resident keys and user verification, press Add. Closing DevTools deletes',
  'its passkeys: then sign in as another one, or start over with npm run demo -- --fresh.',
]

await runWithProcesses(async (group) => {
  const startedAt = performance.now()
  const port = portSetting('PORT', 3000)
  await refuseTakenPort(port, 'npm run demo')
  if (process.argv.includes('--fresh')) await deleteData()
  const demoData = !readSetting('DATABASE_URL') || process.argv.includes('--demo-data')
  const distDir = readSetting('NEXT_DIST_DIR') ?? '.next'
  const portal = await startPortal(group, { folder, distDir, port, demoData, say })
  say(welcome(portal, await signInAddresses(portal.urls.owner), performance.now() - startedAt))
  return group.loss
})

function welcome({ url, mailboxUrl }: Portal, people: { role: string; email: string }[], took: number) {
  const mailbox = mailboxUrl ?? 'mail goes out by SMTP_URL'
  const signIn = people.map(({ role, email }) => `  ${role.padEnd(14)} ${email}`)
  const instructions = people.length
    ? [`Sign in at ${url}/sign-in as one of these; the code is in the mailbox.`, ...signIn, '', ...PASSKEYS]
    : [`Nobody is here yet: join at ${url}/join`]
  return [
    '',
    `Ready in ${Math.round(took / 1000)} s. Ctrl-C stops everything.`,
    '',
    `  The portal     ${url}`,
    `  The mailbox    ${mailbox}`,
    '',
    ...instructions,
    '',
  ].join('\n')
}

/** Deletes the embedded database, its files and mails; a database named in the settings is never emptied. */
async function deleteData() {
  if (readSetting('DATABASE_URL'))
    throw new Error('--fresh is for the embedded database; DATABASE_URL is set, so nothing was deleted.')
  await removeEmbedded(`${folder}/postgres`)
  for (const part of ['files', 'mail', 'logs', 'secret'])
    await rm(`${folder}/${part}`, { recursive: true, force: true })
}
