import type { Page } from '@playwright/test'
import { askForCode, typeCode } from '../fixtures/joining'
import type { Mailbox } from '../fixtures/mailbox'
import { withAuthenticator } from '../fixtures/passkeys'
import type { Person } from '../fixtures/people'
import { expect, test } from '../fixtures/test'

/** Signs in with the code from the mailbox, at the page that is open or at the sign-in page. */
async function byCode(page: Page, { email }: { email: string }, mailbox: Mailbox, at = '/sign-in') {
  await page.goto(at)
  await askForCode(page, email)
  await page.waitForURL('**/sign-in/code*')
  await typeCode(page, (await mailbox.code(email)).code)
}

/** Somebody on the staff who has set up a passkey while signing in: their page, and what keeps the passkey. */
async function atWork(page: Page, person: Person, mailbox: Mailbox) {
  const keeper = await withAuthenticator(page)
  await byCode(page, person, mailbox)
  await page.waitForURL('**/staff/factors/enrol*')
  await page.getByRole('button', { name: 'Set up a passkey' }).click()
  await page.waitForURL((url) => !url.pathname.startsWith('/staff/factors'))
  return keeper
}

test('the code alone shows nothing; the passkey leads on to the page that was asked for', async ({
  people,
  enter,
  mailbox,
}) => {
  const reviewer = await people.reviewer()
  const page = await enter()
  const keeper = await atWork(page, reviewer, mailbox)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  const { text } = await mailbox.mail(reviewer.email, 'A passkey was added')
  expect(text).toContain('/staff/factors')
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.waitForURL('**/sign-in')

  await byCode(page, reviewer, mailbox, '/sign-in?next=/staff/reviews/corrections')
  await page.waitForURL('**/staff/factors/show?next=%2Fstaff%2Freviews%2Fcorrections')
  await expect(page.getByRole('link', { name: 'Reviews' })).toHaveCount(0)
  await page.goto('/staff/reviews')
  await page.waitForURL('**/staff/factors/show*')
  await page.goto('/staff/factors/enrol')
  await page.waitForURL('**/staff/factors/show')

  await keeper.verifies(false)
  await page.goto('/staff/factors/show?next=/staff/reviews/corrections')
  await page.getByRole('button', { name: 'Use your passkey' }).click()
  await expect(page.getByText('Nothing was sent.')).toBeVisible()
  await keeper.verifies(true)
  await page.getByRole('button', { name: 'Use your passkey' }).click()
  await page.waitForURL('**/staff/reviews/corrections')
})

test('an admin whose factor is no longer fresh confirms in place, and loses nothing typed', async ({
  people,
  enter,
  mailbox,
  database,
}) => {
  const admin = await people.admin()
  const page = await enter()
  const keeper = await atWork(page, admin, mailbox)
  const grow = (minutes: number) =>
    database.rows(
      `update sessions set factor_at = factor_at - make_interval(mins => $2) where account_id = $1`,
      admin.actor.id,
      minutes,
    )
  await grow(6)
  const email = `invited-${crypto.randomUUID()}@example.com`
  await page.goto('/staff/admin/staff/invite')
  await page.getByLabel('E-mail address').fill(email)
  await page.getByRole('radio', { name: /^Reviewer/ }).check()
  await page.getByRole('button', { name: 'Send the invitation' }).click()
  await expect(page.getByText('please confirm that it is you')).toBeVisible()
  await keeper.verifies(false)
  await page.getByRole('button', { name: 'Confirm with your passkey' }).click()
  await expect(page.getByText('Nothing was sent.')).toBeVisible()
  await expect(page.getByLabel('E-mail address')).toHaveValue(email)
  await keeper.verifies(true)
  await page.getByRole('button', { name: 'Confirm with your passkey' }).click()
  await expect(page.getByRole('rowheader', { name: email })).toBeVisible()

  await grow(6)
  const second = `invited-${crypto.randomUUID()}@example.com`
  await page.goto('/staff/admin/staff/invite')
  await page.getByLabel('E-mail address').fill(second)
  await page.getByRole('radio', { name: /^Reviewer/ }).check()
  await page.getByRole('button', { name: 'Send the invitation' }).click()
  const [other] = await Promise.all([
    page.context().waitForEvent('page'),
    page.getByRole('link', { name: 'Confirm in another tab' }).click(),
  ])
  await withAuthenticator(other, await keeper.credentials())
  await other.getByRole('button', { name: 'Use your passkey' }).click()
  await expect(other.getByText('close this one and press there again')).toBeVisible()
  await page.getByRole('button', { name: 'Send the invitation' }).click()
  await expect(page.getByRole('rowheader', { name: second })).toBeVisible()
})

test('passkeys are added, named and removed; the last one of somebody on the staff stays', async ({
  people,
  enter,
  mailbox,
}) => {
  const admin = await people.admin()
  const page = await enter()
  const keeper = await atWork(page, admin, mailbox)
  await page.getByRole('link', { name: 'Security' }).click()
  await expect(page.getByText('We recommend two')).toBeVisible()
  const passkeys = page.getByRole('listitem').filter({ hasText: 'Added' })
  await expect(passkeys).toHaveCount(1)

  await page.getByRole('button', { name: 'Add a passkey' }).click()
  await expect(page.getByText('This device holds a passkey')).toBeVisible()

  await passkeys.getByText('Remove').first().click()
  await page.getByRole('button', { name: 'Remove this passkey' }).click()
  await expect(page.getByText('This is your only second factor')).toBeVisible()

  await keeper.putAway()
  await withAuthenticator(page)
  await page.getByRole('button', { name: 'Add a passkey' }).click()
  await expect(page.getByText('The passkey has been added.')).toBeVisible()
  await expect(passkeys).toHaveCount(2)
  await expect(page.getByText('We recommend two')).toHaveCount(0)

  await passkeys.first().getByText('Rename').click()
  await passkeys.first().getByLabel('Name').fill('Key in the drawer')
  await passkeys.first().getByRole('button', { name: 'Save' }).click()
  await expect(passkeys.filter({ hasText: 'Key in the drawer' })).toHaveCount(1)
  await page.getByRole('button', { name: 'Remove this passkey' }).first().click()
  await expect(passkeys).toHaveCount(1)
  await mailbox.mail(admin.email, 'A passkey was removed')
})

test('without JavaScript the page says what is missing, and the code still works up to there', async ({
  people,
  enter,
  mailbox,
}) => {
  const page = await enter(undefined, { javaScriptEnabled: false })
  await byCode(page, await people.admin(), mailbox)
  await page.waitForURL('**/staff/factors/enrol*')
  await expect(page.locator('noscript')).toBeVisible()
})
