import type { Page } from '@playwright/test'
import { askForCode, typeCode } from '../fixtures/joining'
import type { Mailbox } from '../fixtures/mailbox'
import { withAuthenticator, withoutOffers } from '../fixtures/passkeys'
import type { Person } from '../fixtures/people'
import { expect, test } from '../fixtures/test'

/** Signs in with the code from the mailbox, at the page that is open or at the sign-in page. */
async function byCode(page: Page, { email }: { email: string }, mailbox: Mailbox, at = '/sign-in') {
  await page.goto(at)
  await askForCode(page, email)
  await page.waitForURL('**/sign-in/code*')
  await typeCode(page, (await mailbox.code(email)).code)
}

async function leave(page: Page) {
  await page.getByRole('banner').getByRole('button', { name: 'Sign out', exact: true }).click()
  await page.waitForURL('**/sign-in')
}

/** Somebody on the staff who has set up a passkey while signing in: their page, and what keeps the passkey. */
async function atWork(page: Page, person: Person, mailbox: Mailbox) {
  await withoutOffers(page)
  const authenticator = await withAuthenticator(page)
  await byCode(page, person, mailbox)
  await page.waitForURL('**/staff/factors/enrol*')
  await page.getByRole('button', { name: 'Set up a passkey' }).click()
  await page.waitForURL((url) => !url.pathname.startsWith('/staff/factors'))
  return authenticator
}

test('the code alone shows nothing; the passkey leads on to the requested page', async ({
  people,
  enter,
  mailbox,
}) => {
  const reviewer = await people.reviewer()
  const page = await enter()
  const authenticator = await atWork(page, reviewer, mailbox)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  const { text } = await mailbox.mail(reviewer.email, 'A passkey was added')
  expect(text).toContain('/staff/factors')
  await leave(page)

  await byCode(page, reviewer, mailbox, '/sign-in?next=/staff/reviews/corrections')
  await page.waitForURL('**/staff/factors/show?next=%2Fstaff%2Freviews%2Fcorrections')
  await expect(page.getByRole('link', { name: 'Reviews' })).toHaveCount(0)
  await page.goto('/staff/reviews')
  await page.waitForURL('**/staff/factors/show*')
  await page.goto('/staff/factors/enrol')
  await page.waitForURL('**/staff/factors/show')

  await authenticator.verifies(false)
  await page.goto('/staff/factors/show?next=/staff/reviews/corrections')
  await page.getByRole('button', { name: 'Use your passkey' }).click()
  await expect(page.getByText('Nothing was sent.')).toBeVisible()
  await authenticator.verifies(true)
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
  const authenticator = await atWork(page, admin, mailbox)
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
  await authenticator.verifies(false)
  await page.getByRole('button', { name: 'Confirm with your passkey' }).click()
  await expect(page.getByText('Nothing was sent.')).toBeVisible()
  await expect(page.getByLabel('E-mail address')).toHaveValue(email)
  await authenticator.verifies(true)
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
  await withAuthenticator(other, await authenticator.credentials())
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
  const authenticator = await atWork(page, admin, mailbox)
  await page.getByRole('link', { name: 'Security' }).click()
  await expect(page.getByText('We recommend two')).toBeVisible()
  const passkeys = page.getByRole('listitem').filter({ hasText: 'Added' })
  await expect(passkeys).toHaveCount(1)

  await page.getByRole('button', { name: 'Add a passkey' }).click()
  await expect(page.getByText('This device holds a passkey')).toBeVisible()

  await passkeys.getByText('Remove').first().click()
  await page.getByRole('button', { name: 'Remove this passkey' }).click()
  await expect(page.getByText('This is your only second factor')).toBeVisible()

  await authenticator.putAway()
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

test('a member adds a passkey, and signs in by the button and from the field for the address', async ({
  people,
  enter,
  database,
}) => {
  const member = await people.member()
  const page = await enter(member)
  await withoutOffers(page)
  const authenticator = await withAuthenticator(page)
  await page.goto('/account/profile')
  await expect(page.getByText('You have no passkey yet.')).toBeVisible()
  await page.getByRole('button', { name: 'Add a passkey' }).click()
  await expect(page.getByText('The passkey has been added.')).toBeVisible()

  await leave(page)
  await page.goto('/sign-in?next=/account/card')
  await expect(page.getByLabel('E-mail address')).toHaveAttribute('autocomplete', 'username webauthn')
  const button = page.getByRole('button', { name: 'Sign in with a passkey' })
  await authenticator.verifies(false)
  await button.click()
  await expect(page.getByText('Nothing was sent.')).toBeVisible()
  await authenticator.verifies(true)
  await button.click()
  await page.waitForURL('**/account/card')
  await leave(page)

  const offering = await enter()
  await withAuthenticator(offering, await authenticator.credentials())
  await offering.goto('/sign-in')
  await offering.waitForURL('**/account')

  await offering.goto('/account/profile')
  await offering.getByText('Remove').first().click()
  await offering.getByRole('button', { name: 'Remove this passkey' }).click()
  await expect(offering.getByText('You have no passkey yet.')).toBeVisible()
  await leave(offering)
  await expect(offering.getByText('This passkey is not, or no longer,')).toBeVisible()
  const left = await database.rows('select id from passkeys where account_id = $1', member.actor.id)
  expect(left).toEqual([])
})

test('somebody on the staff is in by one tap, for it is both steps; a disabled account is not', async ({
  people,
  enter,
  mailbox,
  database,
}) => {
  const reviewer = await people.reviewer()
  const page = await enter()
  await atWork(page, reviewer, mailbox)
  await leave(page)
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
  await page.waitForURL('**/staff/reviews')

  await leave(page)
  await database.rows('update accounts set disabled_at = now() where id = $1', reviewer.actor.id)
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
  await expect(page.getByText('This account has been disabled.')).toBeVisible()
})

test('an admin is offered no authenticator app', async ({ people, enter, mailbox }) => {
  const page = await enter()
  await byCode(page, await people.admin(), mailbox)
  await page.waitForURL('**/staff/factors/enrol*')
  await expect(page.getByRole('heading', { name: 'A passkey' })).toBeVisible()
  await expect(page.getByText(/authenticator app/i)).toHaveCount(0)
})

test('an export that wants a fresh factor leads to it, and back to the list as requested', async ({
  people,
  enter,
  mailbox,
  database,
}) => {
  const admin = await people.admin()
  const page = await enter()
  await atWork(page, admin, mailbox)
  await database.rows(
    `update sessions set factor_at = factor_at - interval '6 minutes' where account_id = $1`,
    admin.actor.id,
  )
  await page.goto('/staff/admin/log?action=factor.shown')
  await page.getByRole('link', { name: 'Export as CSV' }).click()
  await page.waitForURL('**/staff/factors/show?next=*')
  await page.getByRole('button', { name: 'Use your passkey' }).click()
  await page.waitForURL('**/staff/admin/log?action=factor.shown')
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Export as CSV' }).click(),
  ])
  expect(file.suggestedFilename()).toMatch(/^lumix-pro-log.*\.csv$/)
})
