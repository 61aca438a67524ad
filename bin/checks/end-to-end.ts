import { rmSync } from 'node:fs'
import { type Crew, makeCrew } from '../portal/crew'
import { anyPort } from '../portal/ports'
import { packageProgram } from '../portal/processes'
import { type Portal, startPortal } from '../portal/start'
import { findChromium } from './chromium'
import { DIST_DIR, REPORTS, step } from './steps'
import { fromPlaywright, type Tally } from './tally'

/** Plays the journeys of e2e/ in Chromium, on a portal of their own: production build, database, mailbox, worker. */
export async function endToEnd(crew: Crew, args: string[] = []): Promise<Tally> {
  const chromium = findChromium()
  const own = makeCrew() // if a part of the portal breaks, that is a failed test, not the end of this program
  crew.add({ name: 'The portal', ended: new Promise(() => {}), stop: own.stop })
  const lost = own.loss.catch((error) => {
    console.error(error.message)
    return 1
  })
  try {
    const portal = await startPortal(own, await forOneRun())
    return await play(crew, { ...environment(portal), CHROMIUM: chromium }, args, lost)
  } finally {
    await own.stop()
  }
}

async function play(crew: Crew, env: Record<string, string>, args: string[], lost: Promise<number>) {
  const report = `${REPORTS}/playwright.json`
  rmSync(report, { force: true })
  const argv = [packageProgram('@playwright/test', 'playwright'), 'test', '--reporter=list,json', ...args]
  const code = await Promise.race([step(crew, argv, { ...env, PLAYWRIGHT_JSON_OUTPUT_NAME: report }), lost])
  return fromPlaywright(report, code)
}

async function forOneRun() {
  const folder = `${REPORTS}/portal`
  rmSync(folder, { recursive: true, force: true })
  const say = (line: string) => console.log(line)
  return { folder, say, throwaway: true, port: await anyPort(), distDir: DIST_DIR, demoData: true }
}

/** What the journeys may use: addresses, and the databases to look behind the pages. */
const environment = ({ url, mailboxUrl, settings }: Portal) => ({
  ...settings,
  PORTAL_URL: url,
  MAILBOX_URL: String(mailboxUrl),
})
