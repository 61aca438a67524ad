import type { Page } from '@playwright/test'
import { aRegistration } from '@/testing/reviews'
import { expect, test } from '../fixtures/test'

/** A reviewer refuses what is on the page, with the reason that reads so in the list. */
async function refuse(page: Page, label: string) {
  const form = page
    .locator('form')
    .filter({ has: page.getByText('Refuse', { exact: false }) })
    .first()
  await form.getByText('Refuse', { exact: false }).first().click()
  await form.getByLabel('Reason').selectOption({ label })
  await form.getByRole('button', { name: 'Refuse this product' }).click()
}

test('a reason that is reworded reads so for reviewers and members at once; what was decided keeps its words', async ({
  people,
  database,
  enter,
}) => {
  const [before, after] = [`Torn ${crypto.randomUUID()}.`, `Damaged ${crypto.randomUUID()}.`]
  const page = await enter(await people.admin())
  await page.goto('/staff/admin/programme')
  await page.getByRole('link', { name: 'See and change the reasons' }).click()
  await page.getByRole('link', { name: 'New reason' }).click()
  await page.getByRole('radio', { name: 'Refusing' }).check()
  await page.getByRole('textbox', { name: 'English' }).fill(before)
  await page.getByRole('button', { name: 'Add the reason' }).click()
  await expect(page.getByText('Please fill this in.').first()).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'English' })).toHaveValue(before)
  await page.getByRole('textbox', { name: 'German' }).fill(`Zerrissen: ${before}`)
  await page.getByRole('button', { name: 'Add the reason' }).click()
  await expect(page.getByText('Added. Reviewers can choose it now.')).toBeVisible()

  const member = await people.member()
  const one = await aRegistration(database.app, member.actor, { model: 'DC-S5M2' })
  const other = await aRegistration(database.app, member.actor, { model: 'S-R2060' })
  const reviewing = await enter(await people.reviewer())
  await reviewing.goto(`/staff/reviews/${one.invoice}`)
  await refuse(reviewing, before)
  await expect
    .poll(() => database.rows('select state from registrations where id = $1', one.id))
    .toEqual([{ state: 'refused' }])
  // The decision is kept before its page has led on to the next item.
  await expect(reviewing).not.toHaveURL(new RegExp(one.invoice))
  await reviewing.goto(`/staff/reviews/${other.invoice}`)

  await page.reload()
  await expect(page.getByText('Used once')).toBeVisible()
  await page.getByRole('textbox', { name: 'English' }).fill(after)
  await page.getByRole('button', { name: 'Save the new words' }).click()
  await expect(page.getByText('Saved. Reviewers choose these words now.')).toBeVisible()
  await expect(page.getByRole('heading', { level: 1, name: after })).toBeVisible()
  await expect(page.getByText(before, { exact: true })).toBeVisible()

  await refuse(reviewing, before)
  await expect(reviewing.getByText('This reason is no longer on the list.').first()).toBeVisible()
  await reviewing.goto(`/staff/reviews/${other.invoice}`)
  await refuse(reviewing, after)
  await expect
    .poll(() => database.rows('select state from registrations where id = $1', other.id))
    .toEqual([{ state: 'refused' }])

  const own = await enter(member)
  await own.goto(`/account/registrations/${one.id}`)
  await expect(own.getByText(before).first()).toBeVisible()
  await expect(own.getByText(after)).toHaveCount(0)
  await own.goto(`/account/registrations/${other.id}`)
  await expect(own.getByText(after).first()).toBeVisible()
})

test('a reason moves in its list, is retired and comes back', async ({ people, enter }) => {
  const words = `Folded ${crypto.randomUUID()}.`
  const page = await enter(await people.admin())
  await page.goto('/staff/admin/programme/reasons/new')
  await page.getByRole('textbox', { name: 'English' }).fill(words)
  await page.getByRole('textbox', { name: 'German' }).fill(`Gefaltet: ${words}`)
  await page.getByRole('button', { name: 'Add the reason' }).click()
  await expect(page.getByText('Added. Reviewers can choose it now.')).toBeVisible()
  await page.getByRole('link', { name: 'Reasons' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Reasons' })).toBeVisible()
  const asking = page.locator('section').filter({ has: page.getByRole('heading', { name: 'Asking again' }) })
  const place = async () =>
    (await asking.getByRole('listitem').allTextContents()).findIndex((text) => text.includes(words))
  const last = await place()
  await page.getByRole('button', { name: `Up: ${words}` }).click()
  await expect.poll(place).toBe(last - 1)
  await page.getByRole('link', { name: `Change: ${words}` }).click()
  await page.getByRole('button', { name: 'Retire the reason' }).click()
  await expect(page.getByRole('button', { name: 'Bring the reason back' })).toBeVisible()
  await page.getByRole('link', { name: 'Reasons' }).click()
  await expect(page.getByRole('button', { name: `Up: ${words}` })).toHaveCount(0)
  await page.getByText('retired reason').first().click()
  await page.getByRole('link', { name: `Look: ${words}` }).click()
  await page.getByRole('button', { name: 'Bring the reason back' }).click()
  await expect(page.getByRole('button', { name: 'Retire the reason' })).toBeVisible()
})
