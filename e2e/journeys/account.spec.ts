import { aRegistration } from '@/lib/reviews/testing'
import { linkIn } from '../fixtures/mailbox'
import { expect, test } from '../fixtures/test'

test('the account answers its four questions on a phone without scrolling', async ({ people, enter }) => {
  const page = await enter(await people.member(), { viewport: { width: 390, height: 844 } })
  await page.goto('/account')
  const answers = [
    page.getByRole('heading', { name: 'Red' }),
    page.getByText(/Valid until \d{1,2} \w+ 20\d\d/),
    page.getByText('0 of 3 verified'),
    page.getByRole('heading', { name: 'What you sent in' }),
  ]
  for (const answer of answers) await expect(answer).toBeInViewport()
})

test('the card shows name, number, status and validity, on its face and in plain text', async ({
  people,
  enter,
}) => {
  const member = await people.member({
    firstName: 'Maximiliane-Alexandra',
    surname: 'Freifrau von und zu Hohenstein-Wolkenburg',
  })
  const page = await enter(member)
  await page.goto('/account/card')
  const card = page.getByRole('region', { name: 'Your membership card' })
  await expect(card.getByText(member.number).first()).toBeVisible()
  await expect(
    card.getByText('Maximiliane-Alexandra Freifrau von und zu Hohenstein-Wolkenburg').first(),
  ).toBeVisible()
  await card.getByText('The same in plain text').click()
  await expect(card.getByRole('definition').filter({ hasText: member.number })).toBeVisible()
})

test('a new address counts when both mailboxes have said yes', async ({
  people,
  enter,
  mailbox,
  database,
}) => {
  const member = await people.member()
  const fresh = `new-${crypto.randomUUID()}@example.com`
  const page = await enter(member)
  await page.goto('/account/profile')
  await page.getByLabel('New address').fill(fresh)
  await page.getByRole('button', { name: 'Change the address' }).click()
  await expect(page.getByText(`one to ${fresh}`)).toBeVisible()
  const reader = await enter()
  for (const address of [fresh, member.email]) {
    const { text } = await mailbox.mail(address, /address/i)
    await reader.goto(linkIn(text, '/account/email/'))
    await reader.getByRole('button', { name: 'Confirm' }).click()
    await expect(reader.getByRole('status').filter({ hasText: /Thank you|changed/ })).toBeVisible()
  }
  expect(await database.rows('select email from accounts where id = $1', member.actor.id)).toEqual([
    { email: fresh },
  ])
})

test('a name is corrected at once, and asked for once purchases are verified', async ({
  people,
  enter,
  database,
}) => {
  const member = await people.member()
  const page = await enter(member)
  await page.goto('/account/profile')
  await page.getByLabel('Surname').fill('Beispielfrau')
  await page.getByRole('button', { name: 'Save' }).first().click()
  await expect(page.getByText('Saved. Your card already shows it.')).toBeVisible()

  await aRegistration(database.app, member.actor, { state: 'verified' })
  await page.reload()
  await page.getByLabel('Surname').fill('Müller')
  await page.getByLabel('What has changed?').fill('I have married.')
  await page.getByRole('button', { name: 'Ask for the correction' }).click()
  await expect(page.getByText(/asked for a correction/)).toBeVisible()
  const admin = await enter(await people.admin())
  await admin.goto('/staff/reviews/corrections')
  const wish = admin.getByRole('listitem').filter({ hasText: 'I have married.' })
  await wish.getByRole('button', { name: 'Correct it' }).click()
  await expect
    .poll(() => database.rows('select surname from members where id = $1', member.actor.ownMemberId))
    .toEqual([{ surname: 'Müller' }])
})

test('signing out everywhere ends the session of the other device too', async ({ people, enter }) => {
  const member = await people.member()
  const [here, there] = [await enter(member), await enter(await people.signedIn(member.actor, member.email))]
  await there.goto('/account')
  await here.goto('/account/profile')
  await here.getByRole('button', { name: 'Sign out everywhere' }).click()
  await expect(here).toHaveURL('/sign-in')
  await there.goto('/account')
  await expect(there).toHaveURL('/sign-in?next=%2Faccount')
})
