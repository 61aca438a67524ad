import type { Page } from '@playwright/test'
import { expect, test } from '../fixtures/test'

type Wishes = { email: string; bornOn?: string; country?: string }

const newAddress = () => `joining-${crypto.randomUUID()}@example.com`

async function fillIn(page: Page, { email, bornOn = '1988-03-21', country = 'DE' }: Wishes) {
  await page.getByLabel('First name').fill('Ruben')
  await page.getByLabel('Surname').fill('Probekötter')
  await page.getByLabel('Date of birth').fill(bornOn)
  await page.getByLabel('Country of residence').selectOption(country)
  await page.getByLabel('E-mail address').fill(email)
  await page.getByLabel('I accept the terms').check()
  await page.getByLabel('I have read the privacy policy').check()
}

async function join(page: Page, wishes: Wishes) {
  await page.goto('/join')
  await fillIn(page, wishes)
  await page.getByRole('button', { name: 'Join and get the code' }).click()
}

test('somebody joins with the code from the mail, and is a member with a Red card', async ({
  page,
  mailbox,
}) => {
  const email = newAddress()
  await join(page, { email })
  await expect(page.getByRole('heading', { name: 'Look into your mailbox' })).toBeVisible()
  const { code } = await mailbox.code(email)
  await page.getByLabel('Code', { exact: true }).fill(code.toLowerCase().replace('-', ' '))
  await page.getByRole('button', { name: 'Continue' }).click()
  await expect(page).toHaveURL('/account')
  await expect(page.getByRole('heading', { name: 'Good to see you, Ruben' })).toBeVisible()
})
