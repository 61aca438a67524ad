import { expect, test } from '../fixtures/test'

const TODAY = "(now() at time zone 'Europe/Berlin')::date"

test('a visitor goes from the front page to the programme, and finds there what the database says', async ({
  page,
  database,
}) => {
  await page.goto('/')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Programme' }).click()
  await expect(page).toHaveURL('/programme')
  const tiers = await database.rows<{ status: string; products: number; cameras: number }>(
    `select status, products, cameras from status_rule_tiers where products > 0 and status_rules_id = programme.status_rules_on(${TODAY})`,
  )
  expect(tiers).toHaveLength(3)
  const levels = page.getByRole('listitem')
  for (const { status, products, cameras } of tiers)
    await expect(
      levels.filter({ has: page.getByRole('heading', { name: status[0]?.toUpperCase() + status.slice(1) }) }),
    ).toContainText(
      `${products} verified products, at least ${cameras} of them ${cameras > 1 ? 'cameras' : 'a camera'}`,
    )
  const services = await database.rows<{ line: string }>(
    `select texts ->> 'en' as line from services
      where offered and country is null and effective_from <= ${TODAY} and coalesce(effective_to >= ${TODAY}, true) limit 30`,
  )
  for (const { line } of services) await expect(page.getByText(line, { exact: true }).first()).toBeVisible()
  await expect(page.getByText('By invitation from Panasonic.')).toBeVisible()
})

const policy = {
  'en-GB': [
    'Privacy policy',
    'Version 2026-11',
    'The Hessian Data Protection Official',
    'not set in this installation',
  ],
  'de-DE': [
    'Datenschutzerklärung',
    'Fassung 2026-11',
    'Der Hessische Datenschutzbeauftragte',
    'nicht gesetzt',
  ],
}
/** Facts that read alike in both languages. */
const facts = [
  'Panasonic Marketing Europe GmbH, Hagenauer Str. 43, 65203 Wiesbaden',
  'Gustav-Stresemann-Ring 1, 65189 Wiesbaden',
  'ISO 27001',
]

for (const [locale, words] of Object.entries(policy))
  test(`the privacy policy says who, what, why, where and how long (${locale})`, async ({ enter }) => {
    const page = await enter(undefined, { locale })
    await page.goto('/privacy')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(String(words[0]))
    for (const fact of [...words, ...facts]) await expect(page.getByText(fact).first()).toBeVisible()
    await expect(page.getByRole('heading', { level: 2 })).toHaveCount(11)
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

test('without an account one can try which status their equipment would give', async ({ page }) => {
  await page.goto('/')
  await page.getByLabel('A camera or lens of yours').fill('S5 II')
  await page.getByRole('button', { name: 'Show my status' }).click()
  const result = page.getByRole('region', { name: 'The result' })
  await expect(result.getByRole('heading', { name: 'Red' })).toBeVisible()
  await expect(page.getByText('LUMIX S5II').first()).toBeVisible()
  await page.getByLabel('A camera or lens').pressSequentially('20-60')
  await page.getByRole('option').first().click()
  await expect(page.getByText('2 of 3')).toBeVisible()
  await page.getByLabel('A camera or lens').fill('Sigma 24-70 F2.8')
  await page.getByRole('button', { name: 'Add', exact: true }).click()
  await expect(page.getByText('only LUMIX products count here')).toBeVisible()
  await page.getByLabel('A camera or lens').fill('S-S85')
  await page.getByRole('button', { name: 'Add', exact: true }).click()
  await expect(result.getByRole('heading', { name: 'Silver' })).toBeVisible()
  await expect(page.getByRole('heading', { name: 'What Silver brings' })).toBeVisible()
  await page.getByRole('link', { name: 'Remove LUMIX S5II' }).click()
  await expect(result.getByRole('heading', { name: 'Red' })).toBeVisible()
})

test('what nobody knows, or could be two things, is said in the list', async ({ page }) => {
  await page.goto('/programme/equipment?m=teapot')
  await expect(page.getByText('We don’t know this one.')).toBeVisible()
  await page.goto(`/programme/equipment?${new URLSearchParams({ m: '50mm' })}`)
  await expect(page.getByText('Which one is it?')).toBeVisible()
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('the menu opens, the language changes, and the status is worked out', async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 })
    await page.goto('/')
    await page.getByText('Menu', { exact: true }).click()
    await page.getByRole('button', { name: 'Deutsch' }).locator('visible=true').click()
    await expect(page.locator('html')).toHaveAttribute('lang', 'de-DE')
    await page.goto('/programme/equipment')
    await page.getByRole('main').getByRole('combobox').fill('s5m2, 20-60, S-S85')
    await page.getByRole('main').getByRole('button').first().click()
    await expect(page.getByRole('heading', { name: 'Silber' }).first()).toBeVisible()
  })
})

test('a page that does not exist, or a version of the policy that never was, is said to be neither', async ({
  page,
}) => {
  for (const path of ['/nothing-here', '/privacy/1999-01', '/account/registrations/../../etc']) {
    const answer = await page.goto(path)
    expect(answer?.status()).toBe(404)
    await expect(page.getByRole('heading', { name: 'There is nothing here' })).toBeVisible()
  }
})
