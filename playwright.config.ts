import { defineConfig } from '@playwright/test'

// `npm run e2e` and `npm test` start a portal of their own and say here where it is.
const { PORTAL_URL, CHROMIUM } = process.env
if (!PORTAL_URL) throw new Error('Start the journeys with "npm run e2e"; it brings the portal they need.')

/** Chromium looks for its maker's hosts at every start otherwise; the portal asks nobody but itself. */
const QUIET = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--no-first-run',
  // No machine of ours has one, and doing without is quicker than imitating it.
  '--disable-gpu',
]
/** Root has no sandbox to offer. */
const AS_ROOT = process.getuid?.() === 0 ? ['--no-sandbox'] : []

export default defineConfig({
  testDir: 'e2e',
  // Fixtures use factories and commands of lib, so "server-only" is an empty module here too.
  tsconfig: './e2e/tsconfig.json',
  outputDir: 'test-results/e2e',
  timeout: 300_000,
  expect: { timeout: 20_000 },
  workers: 2,
  retries: 0,
  forbidOnly: true,
  use: {
    baseURL: PORTAL_URL,
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    // A trace costs a quarter of each page load. To see what happened: npm run e2e -- --trace retain-on-failure FILE
    trace: 'off',
    screenshot: 'only-on-failure',
    launchOptions: { executablePath: CHROMIUM, args: [...QUIET, ...AS_ROOT] },
  },
})
