import type { Page } from '@playwright/test'
import { drawMembershipNumber } from '../lib/memberships/number'
import { daysAgo, makeScene, signIn } from './desk-scene'
import { axeFindings } from './fixtures/axe'
import { expect, test } from './fixtures/test'

type Scene = Awaited<ReturnType<typeof makeScene>>
let scene: Scene

test.beforeEach(async ({ context }) => {
  scene = await makeScene()
  await signIn(context, scene.clerk.token)
})
test.afterEach(() => scene.end())

const number = (page: Page) => page.getByLabel('Membership number')
const verdict = (page: Page, word: string) => page.getByRole('heading', { name: word, exact: true })
const alert = (page: Page) => page.locator('form').getByRole('alert')
const fact = (page: Page, term: string) => page.locator(`dt:text-is("${term}") + dd`)

async function check(page: Page, card: string) {
  await number(page).fill(card)
  await page.getByLabel('For a service that was asked for').check()
  await page.getByRole('button', { name: 'Check', exact: true }).click()
}

test('a card is checked by keyboard alone: verdict, six fields, services, and the check in the log', async ({
  page,
}) => {
  const member = await scene.member()
  await page.goto('/staff/desk')
  await expect(number(page)).toBeFocused()
  await page.keyboard.type(member.number.slice(3).toLowerCase().replace('-', ' '))
  await page.getByLabel('For a service that was asked for').focus()
  await page.keyboard.press('Space')
  await number(page).press('Enter')

  await expect(verdict(page, 'Valid')).toBeVisible()
  await expect(page.getByRole('region', { name: 'Result' })).toBeFocused()
  await expect(fact(page, 'First name')).toHaveText('Jürgen')
  await expect(fact(page, 'Surname')).toHaveText('Müller')
  await expect(fact(page, 'Membership number')).toHaveText(member.number)
  await expect(fact(page, 'Status')).toHaveText('Gold')
  await expect(fact(page, 'Validity')).toContainText(' to ')
  await expect(page.getByRole('listitem').filter({ hasText: 'Repair in 3 working days' })).toBeVisible()
  expect(new URL(page.url()).search).toBe('')
  expect(await scene.checks()).toEqual([
    { purpose: 'service', case_number: null, hit: true, reason: null, country: 'JP' },
  ])

  await page.keyboard.press('Escape')
  await expect(page.getByText('Müller')).toHaveCount(0)
  await expect(number(page)).toBeFocused()
  await expect(number(page)).toHaveValue('')
  await expect(page.getByLabel('For a service that was asked for')).toBeChecked()
})

test('Red is valid without services; an expired card is not valid, with the reason', async ({ page }) => {
  const red = await scene.member({ status: 'red' })
  const expired = await scene.member({ startsOn: daysAgo(400), expiresOn: daysAgo(36) })
  await page.goto('/staff/desk')
  await check(page, red.number)
  await expect(verdict(page, 'Valid')).toBeVisible()
  await expect(page.getByText('No services at the desk', { exact: true })).toBeVisible()

  await check(page, expired.number)
  await expect(verdict(page, 'Not valid')).toBeVisible()
  await expect(page.getByText('Expired on')).toBeVisible()
  await expect(page.getByText('Nothing, as the membership is not valid today.')).toBeVisible()
})

test('what is printed on the card is compared, forgivingly', async ({ page }) => {
  const member = await scene.member()
  await page.goto('/staff/desk')
  await page.getByText('Compare with the printed card').click()
  await page.getByLabel('Surname').fill('MUELLER')
  await check(page, member.number)
  await expect(verdict(page, 'Valid')).toBeVisible()
  await expect(fact(page, 'Surname')).toContainText('matches')

  await page.getByLabel('Status').selectOption('Platinum')
  await check(page, member.number)
  await expect(verdict(page, 'Does not match')).toBeVisible()
  await expect(fact(page, 'Status')).toContainText('does not match: Platinum')
  await expect(fact(page, 'Surname')).toHaveText('Müller')
})

test('a mistyped number, a number nobody has and a missing purpose get different messages', async ({
  page,
}) => {
  await page.goto('/staff/desk')
  await number(page).fill('LP-7K3M9-Q2XH8')
  await number(page).press('Enter')
  await expect(alert(page)).toContainText('Please say why you are looking.')
  expect(await scene.checks()).toEqual([])

  await check(page, 'LP-7K3M9-Q2XH8')
  await expect(alert(page)).toContainText('No card can have this number')
  await expect(number(page)).toHaveValue('LP-7K3M9-Q2XH8')

  await check(page, drawMembershipNumber())
  await expect(verdict(page, 'Not valid')).toBeVisible()
  await expect(page.getByText('No card has this number.')).toBeVisible()

  const { code } = await scene.member()
  await check(
    page,
    code.replace(/^./, (first) => (first === 'A' ? 'B' : 'A')),
  )
  await expect(page.getByText('No card has this code.')).toBeVisible()
  expect((await scene.checks()).map(({ hit, reason }) => [hit, reason])).toEqual([
    [false, 'mistyped'],
    [false, null],
    [false, null],
  ])
})

test('the previous result is gone before the next check starts', async ({ page }) => {
  const [first, second] = [await scene.member(), await scene.member({ surname: 'Nowak' })]
  await page.goto('/staff/desk')
  await check(page, first.number)
  await expect(page.getByText('Müller')).toBeVisible()

  let answer = () => {}
  const held = new Promise<void>((done) => {
    answer = done
  })
  await page.route('**/staff/desk', async (route) => {
    if (route.request().method() === 'POST') await held
    await route.continue()
  })
  await check(page, second.number)
  await expect(page.getByText('Checking')).toBeVisible()
  await expect(page.getByText('Müller')).toHaveCount(0)
  answer()
  await expect(page.getByText('Nowak')).toBeVisible()
})

test('typing another number takes the result away, and so do three minutes and leaving the page', async ({
  page,
}) => {
  const member = await scene.member()
  await page.clock.install()
  await page.goto('/staff/desk')
  await check(page, member.number)
  await expect(page.getByText('Müller')).toBeVisible()
  await number(page).pressSequentially('L')
  await expect(page.getByText('Müller')).toHaveCount(0)

  await check(page, member.number)
  await expect(page.getByText('Müller')).toBeVisible()
  await page.clock.fastForward('03:01')
  await expect(page.getByText('Müller')).toHaveCount(0)
  await expect(page.getByText('The last result was hidden after three minutes.')).toBeVisible()

  await check(page, member.number)
  await expect(page.getByText('Müller')).toBeVisible()
  await page.goto('/privacy')
  await page.goBack()
  await expect(number(page)).toBeVisible()
  await expect(page.getByText('Müller')).toHaveCount(0)
})

test('after ten misses there is a pause, and what was typed stays', async ({ page }) => {
  await scene.misses(10)
  const member = await scene.member()
  await page.goto('/staff/desk')
  await check(page, member.number)
  await expect(alert(page)).toContainText('You can go on in about 30 minutes.')
  await expect(number(page)).toHaveValue(member.number)
  await expect(page.getByText('Müller')).toHaveCount(0)
  expect(await scene.checks()).toHaveLength(10)
})

test('the member sees the check in the account, and not who made it', async ({ page, browser }) => {
  const member = await scene.member()
  await page.goto('/staff/desk')
  await check(page, member.number)
  await expect(verdict(page, 'Valid')).toBeVisible()

  const context = await browser.newContext()
  await signIn(context, member.token)
  const own = await context.newPage()
  await own.goto('/account/checks')
  await expect(own.getByText(scene.clerk.centre)).toBeVisible()
  await expect(own.getByText('Japan')).toBeVisible()
  await context.close()
})

test('a member finds no desk, and replaying the request of one checks nothing', async ({ page, browser }) => {
  const member = await scene.member()
  await page.goto('/staff/desk')
  const sent = page.waitForRequest((request) => request.method() === 'POST')
  await check(page, member.number)
  const request = await sent
  await expect(verdict(page, 'Valid')).toBeVisible()

  const context = await browser.newContext()
  await signIn(context, member.token)
  expect((await context.request.get('/staff/desk')).status()).toBe(404)
  const { cookie: _, ...headers } = await request.allHeaders()
  const named = Object.fromEntries(Object.entries(headers).filter(([name]) => !name.startsWith(':')))
  const replayed = await context.request.post('/staff/desk', {
    headers: named,
    data: request.postDataBuffer() ?? '',
  })
  expect(await replayed.text()).not.toContain('Müller')
  expect(await scene.checks()).toHaveLength(1)
  await context.close()
})

test.describe('the link in a card’s code', () => {
  test('says nothing about anybody, known or not', async ({ browser }) => {
    const member = await scene.member()
    const context = await browser.newContext()
    const page = await context.newPage()
    const read = async (code: string) => {
      const answer = await page.goto(`/c/${code}`)
      return `${answer?.status()} ${await page.locator('main').textContent()}`
    }
    const known = await read(member.code)
    expect(known).toContain('200 This is the code of a LUMIX PRO membership card')
    expect(known).not.toContain('Müller')
    for (const code of ['x'.repeat(43), member.number, 'short']) expect(await read(code)).toBe(known)
    await context.close()
  })

  test('leads a person at a desk to the form; only the press checks', async ({ page }) => {
    const member = await scene.member()
    await page.goto(`/c/${member.code}`)
    await expect(number(page)).toHaveValue(member.code)
    expect(await scene.checks()).toEqual([])
    await page.getByLabel('To see whether the card is right').check()
    await page.getByRole('button', { name: 'Check', exact: true }).click()
    await expect(fact(page, 'Surname')).toHaveText('Müller')
    expect(await scene.checks()).toHaveLength(1)
  })
})

test.describe('before JavaScript has loaded', () => {
  test.use({ javaScriptEnabled: false })

  test('a card is checked all the same', async ({ page }) => {
    const member = await scene.member()
    await page.goto('/staff/desk')
    await check(page, member.number)
    await expect(verdict(page, 'Valid')).toBeVisible()
    await expect(fact(page, 'Surname')).toHaveText('Müller')
    expect(new URL(page.url()).search).toBe('')
    await check(page, 'LP-7K3M9-Q2XH8')
    await expect(page.getByText('Müller')).toHaveCount(0)
    await expect(alert(page)).toContainText('No card can have this number')
  })
})

for (const colorScheme of ['light', 'dark'] as const)
  test.describe(colorScheme, () => {
    test.use({ colorScheme })

    test('axe finds nothing in a result', async ({ page }) => {
      const member = await scene.member()
      await page.goto('/staff/desk')
      await page.getByText('Compare with the printed card').click()
      await page.getByLabel('Surname').fill('Mueller')
      await page.getByLabel('Status').selectOption('Platinum')
      await check(page, member.number)
      await expect(verdict(page, 'Does not match')).toBeVisible()
      expect(await axeFindings(page)).toEqual([])
      await check(page, member.number)
      await expect(verdict(page, 'Valid')).toBeVisible()
      expect(await axeFindings(page)).toEqual([])
    })
  })
