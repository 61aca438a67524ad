import { rmSync } from 'node:fs'
import { startTemplate } from '@/testing/setup/template'
import { anyPort } from '../portal/ports'
import { createProcessGroup, type ProcessGroup } from '../portal/process-group'
import { packageProgram } from '../portal/processes'
import { type Portal, startPortal } from '../portal/start'
import { findChromium } from './chromium'
import { DIST_DIR, REPORTS, step } from './steps'
import { fromPlaywright, type Tally } from './tally'

const FOLDER = `${REPORTS}/portal`

/** Plays the journeys of e2e/ in Chromium, on a portal of their own: production build, database, mailbox, worker. */
export async function endToEnd(group: ProcessGroup, args: string[] = []): Promise<Tally> {
  const chromium = findChromium()
  const own = createProcessGroup() // if a part of the portal breaks, that is a failed test, not the end of this program
  group.add({ name: 'The portal', ended: new Promise(() => {}), stop: own.stop })
  try {
    const started = Promise.all([
      forOneRun().then((options) => startPortal(own, options)),
      databaseToCopy(own),
    ])
    const [portal, template] = await Promise.race([started, own.loss])
    const env = { ...environment(portal), DATABASE_TEMPLATE: JSON.stringify(template), CHROMIUM: chromium }
    const played = play(group, env, args)
    return await Promise.race([played, own.loss])
  } finally {
    await own.stop()
    console.log(
      `What the portal wrote meanwhile is in ${FOLDER}/logs, what the browser saw in ${REPORTS}/e2e.`,
    )
  }
}

async function play(group: ProcessGroup, env: Record<string, string>, args: string[]) {
  const report = `${REPORTS}/playwright.json`
  rmSync(report, { force: true })
  const argv = [packageProgram('@playwright/test', 'playwright'), 'test', '--reporter=list,json', ...args]
  return fromPlaywright(report, await step(group, argv, { ...env, PLAYWRIGHT_JSON_OUTPUT_NAME: report }))
}

async function forOneRun() {
  rmSync(FOLDER, { recursive: true, force: true })
  return {
    folder: FOLDER,
    say: console.log,
    throwaway: true,
    port: await anyPort(),
    distDir: DIST_DIR,
    demoData: true,
  }
}

/** Some tests start a portal that is theirs alone; their databases are copies of this one. */
async function databaseToCopy(own: ProcessGroup) {
  const { template, ended, stop } = await startTemplate()
  own.add({ name: 'The database to copy', ended: ended.then(() => 'stopped unexpectedly'), stop })
  return template
}

/**
 * What the journeys may use: addresses, the databases to look behind the pages, and the build, which some read and others
 * serve a second time, to themselves.
 */
const environment = ({ url, mailboxUrl, settings }: Portal) => ({
  ...settings,
  PORTAL_URL: url,
  MAILBOX_URL: String(mailboxUrl),
  PORTAL_BUILD: DIST_DIR,
  HOST: '127.0.0.1',
})
