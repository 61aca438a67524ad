import { expect, test } from '../fixtures/test'

test('a visitor reads what the programme is, what each status needs, and what happens with their data', async ({
  page,
}) => {
  await page.goto('/')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await page.getByRole('link', { name: 'Programme' }).first().click()
  await expect(page).toHaveURL('/programme')
  for (const status of ['Silver', 'Gold', 'Platinum', 'Black'])
    await expect(page.getByRole('heading', { name: status }).first()).toBeVisible()
  await page.goto('/privacy')
  const facts = [
    'Hagenauer Str. 43, 65203 Wiesbaden',
    'Gustav-Stresemann-Ring 1, 65189 Wiesbaden',
    'ISO 27001',
    'first name, surname, membership number, status, range of services, validity',
    'not set in this installation',
  ]
  for (const fact of facts) await expect(page.getByText(fact).first()).toBeVisible()
})

test('the language follows the browser, and then the visitor’s own choice', async ({ enter }) => {
  const page = await enter(undefined, { locale: 'de-DE' })
  await page.goto('/privacy')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Datenschutzerklärung')
  await page.getByRole('button', { name: 'English' }).first().click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Privacy policy')
  await page.goto('/terms')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Terms of the programme')
  expect(await page.locator('html').getAttribute('lang')).toBe('en-GB')
})

test('without an account one can try which status a bag would give', async ({ page }) => {
  await page.goto('/programme/bag?m=s5m2&m=20-60&m=S-S85')
  await expect(page.getByText('Silver').first()).toBeVisible()
})

test('a page that does not exist, or a version of the policy that never was, is said to be neither', async ({
  page,
}) => {
  for (const path of ['/nothing-here', '/privacy?version=1999-01']) {
    const answer = await page.goto(path)
    expect(answer?.status()).toBe(404)
    await expect(page.getByRole('heading', { name: 'There is nothing here' })).toBeVisible()
  }
})
