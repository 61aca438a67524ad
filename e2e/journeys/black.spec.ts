import type { Page } from '@playwright/test'
import { join, newAddress, typeCode } from '../fixtures/joining'
import { linkIn } from '../fixtures/mailbox'
import { expect, test } from '../fixtures/test'

async function invite(page: Page, person: string) {
  await page.goto('/staff/admin/black')
  await page.getByRole('link', { name: 'Invite somebody' }).click()
  await page.getByLabel('Person').fill(person)
  await page.getByLabel('Reason').fill('Teaches with LUMIX all over the country')
  await page.getByLabel('Sponsor').fill('Sabine Vorschlag')
  await page.getByRole('button', { name: 'Put it to a second admin' }).click()
  await expect(page.getByText('Waits for approval')).toBeVisible()
  return new URL(page.url()).pathname
}

test('an admin invites, a second approves, the member accepts from the mail, and a desk abroad sees Black', async ({
  people,
  enter,
  mailbox,
}) => {
  const member = await people.member({ firstName: 'Lucía', surname: 'Muestrario Peña' })
  const first = await enter(await people.admin())
  const record = await invite(first, member.number.toLowerCase())
  // Not in a second tab of the same person either.
  const tab = await first.context().newPage()
  await tab.goto(record)
  await expect(tab.getByText('A colleague has to decide')).toBeVisible()
  await expect(tab.getByRole('button', { name: 'Approve', exact: true })).toHaveCount(0)

  const second = await enter(await people.admin())
  await second.goto('/staff/admin/black?state=waiting')
  await second.goto(record)
  await second.getByRole('button', { name: 'Approve', exact: true }).click()
  await expect(second.getByText('Waits for the answer')).toBeVisible()

  const mail = await mailbox.mail(member.email, 'You are invited to LUMIX PRO Black')
  const link = linkIn(mail.text, '/black/')
  const stranger = await enter(await people.member())
  await stranger.goto(link)
  await expect(stranger.getByText('was sent to another address')).toBeVisible()
  await expect(stranger.getByText('Muestrario')).toHaveCount(0)

  const invitee = await enter(member)
  await invitee.goto(link)
  await expect(invitee.getByText('Lucía Muestrario Peña').first()).toBeVisible()
  await invitee.getByRole('button', { name: 'Accept and become Black' }).click()
  await expect(invitee).toHaveURL(/\/account\/card$/)
  await expect(invitee.getByText('Black').first()).toBeVisible()
  await mailbox.mail(member.email, 'Your status is now Black')
  await invitee.goto(link)
  await expect(invitee.getByText('has already been accepted')).toBeVisible()

  const desk = await enter(await people.desk())
  await desk.goto('/staff/desk')
  await desk.getByLabel('Membership number').fill(member.number)
  await desk.getByLabel('For a service that was asked for').check()
  await desk.getByRole('button', { name: 'Check', exact: true }).click()
  await expect(desk.locator('dt:text-is("Status") + dd')).toHaveText('Black')
  await expect(desk.getByRole('listitem').filter({ hasText: 'Repair in 1 working day' })).toBeVisible()

  await second.goto(record)
  await expect(second.getByText('The invitee')).toBeVisible()
  await second.getByLabel('Reason').fill('No longer active')
  await second.getByRole('button', { name: 'End Black with the term' }).click()
  await expect(second.getByText('the member has been told')).toBeVisible()
  await mailbox.mail(member.email, 'Your status Black ends with your term')
})

test('somebody new joins on the way and comes back to the invitation', async ({ people, enter, mailbox }) => {
  const email = newAddress('black')
  const first = await enter(await people.admin())
  const record = await invite(first, email)
  const second = await enter(await people.admin())
  await second.goto(record)
  await second.getByRole('button', { name: 'Approve', exact: true }).click()
  const mail = await mailbox.mail(email, 'You are invited to LUMIX PRO Black')
  const link = linkIn(mail.text, '/black/')

  const page = await enter()
  await page.goto(link)
  await expect(page.getByRole('button', { name: 'Decline the invitation' })).toBeVisible()
  await page.getByRole('main').getByRole('link', { name: 'Join' }).click()
  await expect(page).toHaveURL(/\/join\?next=/)
  await join(page, { email }, page.url())
  await typeCode(page, (await mailbox.code(email)).code)
  await expect(page).toHaveURL(link)
  await page.getByRole('button', { name: 'Accept and become Black' }).click()
  await expect(page).toHaveURL(/\/account\/card$/)
  await expect(page.getByText('Black').first()).toBeVisible()
})
