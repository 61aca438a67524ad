import { addDays, berlinDate } from '@/lib/time'
import { join, newAddress } from '../fixtures/joining'
import { expect, test } from '../fixtures/test'

test('a country is opened from a day, and people who live there can join; it is given a last day, which is taken back', async ({
  people,
  enter,
}) => {
  const today = berlinDate(new Date())
  const visitor = await enter()
  await join(visitor, { email: newAddress(), country: 'LU' })
  await expect(visitor.getByText('membership in Luxembourg yet').first()).toBeVisible()

  const page = await enter(await people.admin())
  await page.goto('/staff/admin/programme')
  await page.getByRole('link', { name: 'See and change the countries' }).click()
  await page.getByLabel('Country').selectOption('LU')
  await page.getByRole('button', { name: 'Show it' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Luxembourg' })).toBeVisible()
  await expect(page.getByText('LU · Luxemburg')).toBeVisible()
  await page.getByLabel('First day').fill(addDays(today, -1))
  await page.getByRole('button', { name: 'Open the country' }).click()
  await expect(page.getByText('Please choose today or a later day.').first()).toBeVisible()
  await expect(page.getByLabel('First day')).toHaveValue(addDays(today, -1))
  await page.getByLabel('First day').fill(today)
  await page.getByRole('button', { name: 'Open the country' }).click()
  await expect(page.getByText('Offered', { exact: true })).toBeVisible()

  await visitor.getByRole('button', { name: 'Join and get the code' }).click()
  await visitor.waitForURL('**/sign-in/code')
  await visitor.goto('/programme')
  await expect(visitor.getByRole('listitem').filter({ hasText: 'Luxembourg' })).toBeVisible()

  await people.member({ country: 'LU' })
  await page.reload()
  await expect(page.getByText('One member lives here today and stays a member')).toBeVisible()
  await page.getByLabel('Last day').fill(addDays(today, 30))
  await page.getByRole('button', { name: 'Set the last day' }).click()
  await expect(page.getByText('Ends', { exact: true })).toBeVisible()
  await page.getByRole('button', { name: 'Take the end back' }).click()
  await expect(page.getByText('No end')).toBeVisible()
})

test('a visitor from elsewhere who tries to join reads who runs the programme there', async ({
  people,
  enter,
}) => {
  const page = await enter(await people.admin())
  await page.goto('/staff/admin/programme/countries/KR')
  await page.getByLabel('Web address').fill('https://kr.example.com')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Please fill this in.').first()).toBeVisible()
  await expect(page.getByLabel('Web address')).toHaveValue('https://kr.example.com')
  await page.getByLabel('Name', { exact: false }).first().fill('Panasonic Korea')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Saved.')).toBeVisible()

  const visitor = await enter()
  await join(visitor, { email: newAddress(), country: 'KR' })
  await expect(visitor.getByText('is run by Panasonic Korea').first()).toBeVisible()
  await visitor.goto('/programme')
  await expect(visitor.getByRole('link', { name: 'Panasonic Korea' })).toHaveAttribute(
    'href',
    'https://kr.example.com',
  )
})
