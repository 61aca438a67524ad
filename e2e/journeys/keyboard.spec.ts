// The whole story, from the front page to the service desk, and no pointer anywhere.
import type { Page } from '@playwright/test'
import { newAddress } from '../fixtures/joining'
import { press, type } from '../fixtures/keyboard'
import { INVOICE, newSerial, product } from '../fixtures/registering'
import { expect, test } from '../fixtures/test'

const link = (page: Page, name: string) =>
  page.getByRole('link', { name, exact: true }).locator('visible=true').first()
const button = (page: Page, name: string | RegExp) => page.getByRole('main').getByRole('button', { name })

async function joins(page: Page, email: string) {
  await page.goto('/')
  await press(page, page.getByRole('main').getByRole('link', { name: 'Join' }).first())
  await type(page, page.getByLabel('First name'), 'Tasta')
  await type(page, page.getByLabel('Surname'), 'Turner')
  await type(page, page.getByLabel('Date of birth'), '21031988')
  await type(page, page.getByLabel('Country of residence'), 'Germany')
  await type(page, page.getByLabel('E-mail address'), email)
  await press(page, page.getByLabel('I accept the terms'), 'Space')
  await press(page, page.getByLabel('I have read the privacy policy'), 'Space')
  await press(page, button(page, 'Join and get the code'))
}

async function registers(page: Page) {
  await press(page, link(page, 'Register your first product'))
  await expect(product(page, 1)).toBeVisible()
  for (const [index, typed] of ['s5m2', '20-60', 's-s85'].entries()) {
    const line = product(page, index + 1)
    if (index > 0) await press(page, page.getByRole('button', { name: 'Add another product' }))
    await type(page, line.getByLabel('Model'), typed)
    await expect(page.getByRole('option').first()).toBeVisible()
    await page.keyboard.press('Enter')
    await type(page, line.getByLabel('Serial number'), newSerial())
    if (index > 0) continue
    await type(page, line.getByLabel('Purchase date'), '19122025')
    await type(page, line.getByLabel('Dealer'), INVOICE.dealer)
  }
  // Asked for in time: a chooser that opens before the browser is told to hand it over is nobody's.
  const chooser = page.waitForEvent('filechooser')
  await press(page, button(page, 'Continue to the invoice'))
  await press(page, page.getByLabel('Choose a file'))
  await (await chooser).setFiles(INVOICE.file)
  await press(page, link(page, 'Continue and check'))
  await press(page, button(page, 'Send all 3'))
  await expect(page.getByRole('heading', { name: 'We have your 3 products' })).toBeVisible()
}

/** Finds the item in the queue and verifies all that is on it, a key for each product. */
async function reviews(page: Page, countVerified: () => Promise<number>) {
  await page.goto('/staff/reviews')
  await press(page, link(page, 'Tasta Turner'))
  await expect(page.getByRole('img', { name: 'Page 1 of the invoice' })).toBeVisible()
  for (const verified of [1, 2, 3])
    await expect(async () => {
      // Keys wait until somebody can have looked, so a press that comes too early is no press.
      if ((await countVerified()) < verified) await page.keyboard.press('v')
      await expect.poll(countVerified, { timeout: 2_000 }).toBeGreaterThanOrEqual(verified)
    }).toPass({ timeout: 60_000 })
}

async function checks(page: Page, number: string) {
  await page.goto('/staff/desk')
  await expect(page.getByLabel('Membership number')).toBeFocused()
  await page.keyboard.type(number.toLowerCase())
  await press(page, page.getByLabel('To see whether the card is right'), 'Space')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Valid', exact: true })).toBeVisible()
  await expect(page.getByRole('region', { name: 'Result' }).getByText('Silver')).toBeVisible()
}

test('the whole story by keyboard: join, register, review, rise, card, desk, and see who looked', async ({
  enter,
  people,
  mailbox,
  database,
}) => {
  const page = await enter(undefined, {}) // browsers of its own, since the keyboard goes where the focus was last
  const email = newAddress('keyboard')
  await joins(page, email)
  await expect(page.getByLabel('Code', { exact: true })).toBeFocused()
  await page.keyboard.type((await mailbox.code(email)).code)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL('/account')
  await registers(page)

  const [card] = await database.rows<{ number: string; member: string }>(
    `select s.number, s.member_id as member from memberships s join members m on m.id = s.member_id
       join accounts a on a.id = m.account_id where a.email = $1`,
    email,
  )
  const ready = () => database.rows('select state from invoices where member_id = $1', card?.member)
  await expect.poll(ready, { timeout: 30_000 }).toEqual([{ state: 'ready' }])
  // To the head of the queue, which other tests fill too.
  await database.rows(
    "update registrations set waiting_since = '2021-01-01' where member_id = $1",
    card?.member,
  )
  const countVerified = async () => {
    const sql = "select 1 from registrations where member_id = $1 and state = 'verified'"
    return (await database.rows(sql, card?.member)).length
  }
  await reviews(await enter(await people.reviewer(), {}), countVerified)

  await press(page, link(page, 'My membership'))
  await expect(page.getByRole('heading', { name: 'Silver' })).toBeVisible()
  await press(page, link(page, 'Show my card'))
  await expect(page.getByText(String(card?.number)).first()).toBeVisible()
  const desk = await people.desk()
  await checks(await enter(desk, {}), String(card?.number))
  await page.goto('/account')
  await press(page, link(page, 'Who looked at my card'))
  await expect(page.getByText(desk.centre)).toBeVisible()
  await press(page, page.getByRole('button', { name: 'Sign out' }).locator('visible=true'))
  await expect(page).toHaveURL('/sign-in')
})
