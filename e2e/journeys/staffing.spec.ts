import type { Actor } from '@/lib/actor'
import { typeCode } from '../fixtures/joining'
import { linkIn } from '../fixtures/mailbox'
import { withAuthenticator } from '../fixtures/passkeys'
import { expect, test } from '../fixtures/test'

test('a centre without a legal basis is closed at its desk, until an admin names one', async ({
  people,
  enter,
  database,
}) => {
  const desk = await people.desk()
  await database.rows(
    'update centres set legal_basis = null, adequacy_decision = null where id = $1',
    desk.actor.centreId,
  )
  const atDesk = await enter(desk)
  await atDesk.goto('/staff/desk')
  await expect(atDesk.getByText('no legal basis on record')).toBeVisible()
  await expect(atDesk.getByLabel('Membership number')).toHaveCount(0)

  const page = await enter(await people.admin())
  await page.goto(`/staff/admin/centres/${desk.actor.centreId}`)
  await expect(page.getByText('Its desk is closed')).toBeVisible()
  await page.getByLabel('Japanese').check()
  await page.getByLabel('EU or EEA').check()
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('This country is not in the EU or the EEA.').first()).toBeVisible()
  await expect(page.getByLabel('Japanese')).toBeChecked()
  await page.getByRole('radio', { name: 'Adequacy decision' }).check()
  await page.getByLabel('Name of the decision').fill('Japan, 2019')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Saved.')).toBeVisible()

  await atDesk.reload()
  await expect(atDesk.getByLabel('Membership number')).toBeVisible()
})

test('an admin adds a service centre and closes it', async ({ people, enter }) => {
  const name = `Atelier ${crypto.randomUUID().slice(0, 8)}`
  const page = await enter(await people.admin())
  await page.goto('/staff/admin')
  await page.getByRole('link', { name: 'Service centres' }).first().click()
  await page.getByRole('link', { name: 'New service centre' }).click()
  await page.getByLabel('Name', { exact: true }).fill(name)
  await page.getByLabel('City').fill('Lyon')
  await page.getByLabel('Country').selectOption('FR')
  await page.getByLabel('French').check()
  await page.getByLabel('EU or EEA').check()
  await page.getByRole('button', { name: 'Add the service centre' }).click()
  await expect(page.getByRole('heading', { name })).toBeVisible()
  await page.getByRole('button', { name: 'Close the centre' }).click()
  await expect(page.getByText('No card can be checked from it.')).toBeVisible()
})

test('an admin invites somebody to a desk, who accepts, signs in by code, sets up a passkey and checks a card', async ({
  people,
  enter,
  mailbox,
}) => {
  const [admin, desk, member] = [await people.admin(), await people.desk(), await people.member()]
  const email = `invited-${crypto.randomUUID()}@example.com`
  const page = await enter(admin)
  await page.goto('/staff/admin/staff')
  await page.getByRole('link', { name: 'Invite somebody' }).click()
  await page.getByLabel('E-mail address').fill(email)
  await page.getByRole('radio', { name: 'Service centre' }).check()
  await page.getByRole('button', { name: 'Send the invitation' }).click()
  await expect(page.getByText('Please choose a service centre.').first()).toBeVisible()
  await expect(page.getByLabel('E-mail address')).toHaveValue(email)
  await page.getByLabel('Service centre', { exact: true }).last().selectOption(desk.centre)
  await page.getByRole('button', { name: 'Send the invitation' }).click()
  await expect(page.getByText('The invitation is on its way.')).toBeVisible()
  await expect(page.getByRole('rowheader', { name: email })).toBeVisible()

  const { text } = await mailbox.mail(email, 'Invitation to the staff')
  const link = linkIn(text, '/staff/invitation/')
  const invited = await enter()
  await invited.goto(link)
  await expect(invited.getByText(desk.centre)).toBeVisible()
  await invited.getByRole('button', { name: 'Accept and sign in' }).click()
  await invited.waitForURL('**/sign-in/code')
  await typeCode(invited, (await mailbox.code(email)).code)
  await invited.waitForURL('**/staff/factors/enrol*')
  await invited.goto('/staff/desk')
  await invited.waitForURL('**/staff/factors/enrol*')
  await expect(invited.getByLabel('Membership number')).toHaveCount(0)
  await withAuthenticator(invited)
  await invited.getByRole('button', { name: 'Set up a passkey' }).click()
  await invited.waitForURL('**/staff/desk')
  await invited.getByLabel('Membership number').fill(member.number)
  await invited.getByLabel('For a service that was asked for').check()
  await invited.getByRole('button', { name: 'Check', exact: true }).click()
  await expect(invited.getByRole('heading', { name: 'Valid', exact: true })).toBeVisible()

  const again = await enter()
  await again.goto(link)
  await expect(again.getByText('has been accepted already')).toBeVisible()
  await again.goto(`/staff/invitation/${'x'.repeat(43)}`)
  await expect(again.getByText('is not, or no longer, an invitation')).toBeVisible()
})

test('an admin disables somebody, who is signed out at once; one’s own account is left alone', async ({
  people,
  enter,
}) => {
  const [admin, reviewer] = [await people.admin(), await people.reviewer()]
  const theirs = await enter(reviewer)
  await theirs.goto('/staff/reviews')
  const page = await enter(admin)
  await page.goto(`/staff/admin/staff/${reviewer.actor.id}`)
  await page.getByLabel('Reason').fill('Left the company')
  await page.getByRole('button', { name: 'Disable the account' }).click()
  await expect(page.getByRole('button', { name: 'Enable the account' })).toBeVisible()
  await theirs.goto('/staff/reviews')
  await expect(theirs).toHaveURL(/\/sign-in/)
  await page.goto(`/staff/admin/staff/${admin.actor.id}`)
  await expect(page.getByText('This is your own account.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Change the role' })).toHaveCount(0)
})

test('everybody sees their devices and signs another one out', async ({ people, enter }) => {
  for (const [person, path] of [
    [await people.member(), '/account/profile'],
    [await people.reviewer(), '/staff/sessions'],
  ] as const) {
    const other = await people.signedIn<Actor>(person.actor, person.email)
    const elsewhere = await enter(other)
    const page = await enter(person)
    await page.goto(path)
    const devices = page.getByRole('listitem').filter({ hasText: 'last used' })
    await expect(devices).toHaveCount(2)
    await devices.filter({ hasNotText: 'This device' }).getByRole('button', { name: 'Sign out' }).click()
    await expect(devices).toHaveCount(1)
    await elsewhere.goto(path)
    await expect(elsewhere).toHaveURL(/\/sign-in/)
  }
})
