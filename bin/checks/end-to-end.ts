import { rmSync } from 'node:fs'
import { startTemplate } from '@/testing/setup/template'
import { findFreePort } from '../portal/ports'
import { createProcessGroup, type ProcessGroup } from '../portal/process-group'
import { packageProgram } from '../portal/processes'
import { type Portal, startPortal } from '../portal/start'
import { findChromium } from './chromium'
import { DIST_DIR, REPORTS, step } from './steps'
import { fromPlaywright, type Tally } from './tally'

const FOLDER = `${REPORTS}/portal`

/** Runs the tests of e2e/ in Chromium on a dedicated portal: production build, database, mailbox, worker. */
export async function endToEnd(group: ProcessGroup, args: string[] = []): Promise<Tally> {
  const chromium = findChromium()
  const portalGroup = createProcessGroup() // if a part of the portal fails, that is a failed test, not the end of this program
  group.add({ name: 'The portal', ended: new Promise(() => {}), stop: portalGroup.stop })
  try {
    const started = Promise.all([
      portalOptions().then((options) => startPortal(portalGroup, options)),
      startTemplateDatabase(portalGroup),
    ])
    const [portal, template] = await Promise.race([started, portalGroup.loss])
    const env = { ...environment(portal), DATABASE_TEMPLATE: JSON.stringify(template), CHROMIUM: chromium }
    const outcome = runPlaywright(group, env, args)
    return await Promise.race([outcome, portalGroup.loss])
  } finally {
    await portalGroup.stop()
    console.log(`The portal's logs are in ${FOLDER}/logs, traces and screenshots in ${REPORTS}/e2e.`)
  }
}

async function runPlaywright(group: ProcessGroup, env: Record<string, string>, args: string[]) {
  const report = `${REPORTS}/playwright.json`
  rmSync(report, { force: true })
  const argv = [packageProgram('@playwright/test', 'playwright'), 'test', '--reporter=list,json', ...args]
  return fromPlaywright(report, await step(group, argv, { ...env, PLAYWRIGHT_JSON_OUTPUT_NAME: report }))
}

async function portalOptions() {
  rmSync(FOLDER, { recursive: true, force: true })
  return {
    folder: FOLDER,
    say: console.log,
    throwaway: true,
    port: await findFreePort(),
    distDir: DIST_DIR,
    demoData: true,
  }
}

/** Some tests start a portal of their own; their databases are copies of this one. */
async function startTemplateDatabase(own: ProcessGroup) {
  const { template, ended, stop } = await startTemplate()
  own.add({ name: 'The template database', ended: ended.then(() => 'stopped unexpectedly'), stop })
  return template
}

/**
 * What the tests may use: addresses, the databases to look behind the pages, and the build, which some read and others
 * serve a second time from a portal of their own.
 */
const environment = ({ url, mailboxUrl, settings }: Portal) => ({
  ...settings,
  PORTAL_URL: url,
  MAILBOX_URL: String(mailboxUrl),
  PORTAL_BUILD: DIST_DIR,
  HOST: '127.0.0.1',
})
