// What is left when even the frame of all pages cannot be made: a second copy of the build, with that frame broken.
import { cpSync, globSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { GUARDED, guardsOf } from './crawl/guards'
import { axeFindings } from './fixtures/axe'
import { type OwnPortal, startOwnPortal } from './fixtures/own-portal'
import { expect, setting, test } from './fixtures/test'

const BROKEN = '.next-broken'
const NAME = 'portal-broken'
let portal: OwnPortal

test.beforeAll(async () => {
  rmSync(BROKEN, { recursive: true, force: true })
  const needed = (path: string) => path !== join(setting('PORTAL_BUILD'), 'cache')
  cpSync(setting('PORTAL_BUILD'), BROKEN, { recursive: true, verbatimSymlinks: true, filter: needed })
  breakRootLayout()
  portal = await startOwnPortal(NAME, { distDir: BROKEN })
})
test.afterAll(async () => {
  await portal?.stop()
  rmSync(BROKEN, { recursive: true, force: true })
})

const titles = { 'en-GB': 'Something went wrong on our side', 'de-DE': 'Bei uns ist etwas schiefgegangen' }

for (const [locale, title] of Object.entries(titles))
  test(`a page whose frame fails is a sentence with a reference, guarded like every page (${locale})`, async ({
    enter,
  }) => {
    const page = await enter(undefined, { locale })
    const refused: string[] = []
    page.on('console', (line) => /Content.Security.Policy/i.test(line.text()) && refused.push(line.text()))
    const answer = await page.goto(`${portal.url}/programme`)
    if (!answer) throw new Error('There is no answer.')
    expect(answer.status()).toBe(500)
    expect(await guardsOf(answer)).toEqual(GUARDED)
    await expect(page.getByRole('heading', { name: title })).toBeVisible()
    await expect(page.getByText(String(answer.headers()['x-request-id']))).toBeVisible()
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      expect(await axeFindings(page)).toEqual([])
    }
    expect(refused).toEqual([])
  })

/** The layout's first word to look up, as the compiler leaves it, becomes a fault. */
function breakRootLayout() {
  const broken = globSync(`${BROKEN}/server/chunks/**/*.js`).filter((file) => {
    const code = readFileSync(file, 'utf8')
    const faulty = code.replaceAll('("formSummary")', '(null.broken)')
    if (faulty !== code) writeFileSync(file, faulty)
    return faulty !== code
  })
  if (broken.length === 0) throw new Error('The root layout is not where this test looks for it.')
}
