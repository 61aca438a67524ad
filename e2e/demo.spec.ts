// What a stranger does first: starts the demo, signs in as the administrator it names, and stops it again.
import { type ChildProcess, spawn } from 'node:child_process'
import { findFreePort } from '@/bin/portal/ports'
import { programSettings } from '@/bin/portal/settings'
import { removeEmbedded } from '@/bin/postgres/embedded'
import { settingNames } from '@/lib/env'
import { askForCode, typeCode } from './fixtures/joining'
import { openMailbox } from './fixtures/mailbox'
import { withAuthenticator } from './fixtures/passkeys'
import { expect, setting, test } from './fixtures/test'

const FOLDER = 'test-results/demo'

test('the demo says where it is and who may sign in, lets them in, and stops when told to', async ({
  enter,
}) => {
  test.setTimeout(420_000) // thirty invoices are made into pages, beside all that the other tests ask of two cores
  const demo = await startDemo()
  try {
    await expect.poll(demo.said, { timeout: 300_000 }).toContain('Ctrl-C stops everything.')
    const { url, mailbox, people } = readWelcome(demo.said())
    expect(Object.keys(people)).toEqual(['member', 'desk', 'reviewer', 'admin'])
    const page = await enter()
    await withAuthenticator(page)
    await page.goto(`${url}/sign-in`)
    await askForCode(page, String(people.admin))
    await typeCode(page, (await openMailbox(mailbox).code(String(people.admin))).code)
    await page.getByRole('button', { name: 'Set up a passkey' }).click()
    await page.waitForURL(`${url}/staff/admin`)
    await expect(page.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible()
    expect(await demo.stop(), demo.said()).toBe(0)
    await expect(fetch(url)).rejects.toThrow()
  } finally {
    await demo.stop()
    await removeEmbedded(`${FOLDER}/postgres`)
  }
})

/** An empty value counts as unset, and overrides a .env file. */
const UNSET = { DATABASE_URL: '', APP_URL: '', AUTH_SECRET: '', SMTP_URL: '', STORAGE_FOLDER: '', HOST: '' }

/** Starts it as in a shell of its own, with nothing set but where it is to run; it may use the build of these tests. */
async function startDemo() {
  const own = new Set([...settingNames, ...programSettings])
  const shell = Object.entries(process.env).filter(([name]) => !own.has(name))
  const ports = {
    PORT: await findFreePort(),
    MAIL_PORT: await findFreePort(),
    SMTP_PORT: await findFreePort(),
  }
  const env = Object.entries({ ...ports, DATA_FOLDER: FOLDER, NEXT_DIST_DIR: setting('PORTAL_BUILD') })
  const child = spawn(process.execPath, ['bin/run.mjs', 'demo', '--fresh'], {
    env: {
      ...Object.fromEntries([...shell, ...env.map(([name, value]) => [name, String(value)])]),
      ...UNSET,
    },
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (said += text))
  const code = new Promise<number | null>((done) => child.once('exit', done))
  return { said: () => said, stop: () => stop(child, code) }
}

async function stop(child: ChildProcess, code: Promise<number | null>) {
  if (child.exitCode === null) child.kill('SIGINT')
  return code
}

/** Addresses, and whom to sign in as, from what it says to the person who started it. */
function readWelcome(said: string) {
  const people = [...said.matchAll(/^ {2}(\w+) +(\S+@\S+)$/gm)]
  return {
    url: String(/The portal +(\S+)/.exec(said)?.[1]),
    mailbox: String(/The mailbox +(\S+)/.exec(said)?.[1]),
    people: Object.fromEntries(people.map(([, role, email]) => [role, email])),
  }
}
