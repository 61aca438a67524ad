import { aRegistration } from '@/testing/reviews'
import { linkIn } from '../fixtures/mailbox'
import { expect, test } from '../fixtures/test'

const phone = { viewport: { width: 390, height: 844 } }

test('the account answers its four questions on a phone without scrolling', async ({
  people,
  enter,
  database,
}) => {
  const member = await people.member()
  await aRegistration(database.app, member.actor, { state: 'verified' })
  await aRegistration(database.app, member.actor, { model: 'S-R2060' })
  const page = await enter(member, phone)
  await page.goto('/account')
  const answers = [
    page.getByRole('heading', { name: 'Red' }),
    page.getByText(/Valid until \d{1,2} \w+ 20\d\d/),
    page.getByText('1 of 3 verified, 1 in review'),
    page.getByText('1 product is with our reviewers.'),
  ]
  for (const answer of answers) await expect(answer).toBeInViewport()
})

test('a member without products reads what to do first', async ({ people, enter }) => {
  const page = await enter(await people.member(), phone)
  await page.goto('/account')
  await expect(page.getByText('You have not registered a product yet.')).toBeVisible()
  await page.getByRole('link', { name: 'Register your first product' }).click()
  await expect(page).toHaveURL('/account/registrations/new')
})

const unhappy = [
  ['expires_on = current_date - 1, starts_on = current_date - 366', /Expired on \d/],
  ["ended_on = current_date, ended_reason = 'asked'", /Ended on \d/],
  ['suspended_at = now()', /Suspended/],
] as const

test('a card that is not valid says so, and why', async ({ people, enter, database }) => {
  const member = await people.member()
  const page = await enter(member)
  for (const [change, words] of unhappy) {
    await database.rows(
      `update memberships set ended_on = null, ended_reason = null, suspended_at = null where member_id = $1`,
      member.actor.ownMemberId,
    )
    await database.rows(`update memberships set ${change} where member_id = $1`, member.actor.ownMemberId)
    await page.goto('/account')
    await expect(page.getByText(words).first()).toBeVisible()
    await page.goto('/account/card')
    await expect(page.getByText('Not valid').first()).toBeVisible()
  }
})

test('the card shows name, number, status and validity, turns over, prints, and fits 320 px', async ({
  people,
  enter,
}) => {
  const name = ['Maximiliane-Alexandra', 'Freifrau von und zu Hohenstein-Wolkenburg'] as const
  const member = await people.member({ firstName: name[0], surname: name[1] })
  const page = await enter(member, { viewport: { width: 320, height: 640 } })
  await page.goto('/account/card')
  const card = page.getByRole('region', { name: 'Your membership card' })
  await expect(card.getByText(member.number).first()).toBeVisible()
  await expect(card.getByText(name.join(' ')).first()).toBeVisible()
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320)

  const code = card.getByRole('img', { name: 'Code for the service centre' })
  await expect(code).toBeHidden()
  await card.getByLabel('Turn the card over').check()
  await expect(code).toBeVisible()
  await expect(card.getByText('Red carries no services at the desk.').first()).toBeVisible()
  await card.getByLabel('High contrast for sunlight').check()
  await card.getByText('The same in plain text').click()
  await expect(card.getByRole('definition').filter({ hasText: member.number })).toBeVisible()

  await page.emulateMedia({ media: 'print' })
  await expect(code).toBeVisible()
  await expect(card.getByText(name.join(' ')).first()).toBeVisible()
  await expect(page.getByRole('banner')).toBeHidden()
})

test('each registration shows its state, the next step and its history', async ({
  people,
  enter,
  database,
}) => {
  const member = await people.member()
  const { id } = await aRegistration(database.app, member.actor, {
    state: 'needs_attention',
    waitingSince: null,
  })
  await aRegistration(database.app, member.actor, { model: 'S-R2060', state: 'verified' })
  const page = await enter(member)
  await page.goto('/account/registrations')
  await expect(page.getByRole('heading', { level: 2 })).toHaveText(['Waiting for you', 'Verified'])
  await expect(page.getByText('Please send a better file. Everything you typed stays.')).toBeVisible()
  await expect(page.getByText('It counts towards your status.')).toBeVisible()
  await page.goto(`/account/registrations/${id}`)
  await expect(page.getByRole('heading', { name: 'History' })).toBeVisible()
  await expect(page.getByText('We need a better file')).toBeVisible()
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
  const current = () => database.rows('select email from accounts where id = $1', member.actor.id)

  const reader = await enter() // nobody is signed in where the mail is read
  const confirm = async (address: string, words: string) => {
    const { text } = await mailbox.mail(address, /address/)
    await reader.goto(linkIn(text, '/account/email/'))
    await reader.getByRole('button', { name: 'Confirm' }).click()
    await expect(reader.getByRole('main').getByRole('status')).toContainText(words)
  }
  await confirm(fresh, 'Now open the link in the other mailbox.')
  expect(await current()).toEqual([{ email: member.email }])
  await confirm(member.email, 'Your address is changed.')
  expect(await current()).toEqual([{ email: fresh }])
  expect((await mailbox.mail(fresh, 'has changed')).text).toContain('Your new address is in use')

  await reader.reload()
  await reader.getByRole('button', { name: 'Confirm' }).click()
  await expect(reader.getByRole('main').getByRole('alert')).toContainText('This link has been used')
})

test('a name is corrected at once, and asked for once purchases are verified', async ({
  people,
  enter,
  database,
  mailbox,
}) => {
  const member = await people.member({ firstName: 'Thea' })
  const page = await enter(member)
  const identity = page.getByRole('main')
  await page.goto('/account/profile')
  await identity.getByLabel('Surname').fill('Beispielfrau')
  await identity.getByRole('button', { name: 'Save' }).first().click()
  await expect(page.getByText('Saved. Your card already shows it.')).toBeVisible()
  await page.goto('/account/card')
  await expect(page.getByText('Thea Beispielfrau').first()).toBeVisible()

  await aRegistration(database.app, member.actor, { state: 'verified' })
  await page.goto('/account/profile')
  await identity.getByLabel('Surname').fill('Müller')
  await identity.getByRole('button', { name: 'Ask for the correction' }).click()
  await expect(identity.getByRole('alert')).toContainText('Please say in a sentence what has changed.')
  await identity.getByLabel('What has changed?').fill('I have married.')
  await identity.getByRole('button', { name: 'Ask for the correction' }).click()
  await expect(page.getByText('You have asked for a correction.')).toBeVisible()

  const reviewer = await enter(await people.reviewer())
  await reviewer.goto('/staff/reviews/corrections')
  const correction = reviewer
    .getByRole('article', { name: 'Thea Beispielfrau' })
    .filter({ hasText: member.number })
  await expect(correction).toContainText('I have married.')
  await correction.getByRole('button', { name: 'Correct it' }).click()
  await expect(reviewer.getByText('Corrected. The member has a mail.')).toBeVisible()
  expect((await mailbox.mail(member.email, 'corrected')).text).toContain('Thea Müller')
  await page.goto('/account/card')
  await expect(page.getByText('Thea Müller').first()).toBeVisible()
})

test('a date of birth that is to change is decided by an admin, and a reviewer never sees it', async ({
  people,
  enter,
  database,
}) => {
  const member = await people.member({ surname: 'Geburtstag', bornOn: '1990-05-17' })
  await aRegistration(database.app, member.actor, { state: 'verified' })
  const page = await enter(member)
  await page.goto('/account/profile')
  await page.getByLabel('Date of birth').fill('1990-05-18')
  await page.getByLabel('What has changed?').fill('A typo.')
  await page.getByRole('button', { name: 'Ask for the correction' }).click()
  await expect(page.getByText('You have asked for a correction.')).toBeVisible()
  const reviewer = await enter(await people.reviewer())
  await reviewer.goto('/staff/reviews/corrections')
  await expect(reviewer.getByText(member.number)).toHaveCount(0)
  const admin = await enter(await people.admin())
  await admin.goto('/staff/reviews/corrections')
  const correction = admin.getByRole('article').filter({ hasText: member.number })
  await correction.getByRole('button', { name: 'Leave it as it is' }).click()
  await expect(admin.getByText('Left as it is. The member has a mail.')).toBeVisible()
  await page.reload()
  await expect(page.getByLabel('Date of birth')).toHaveValue('1990-05-17')
})

test('a member moves to another country and reads our mails in German from then on', async ({
  people,
  enter,
  database,
}) => {
  const member = await people.member()
  const page = await enter(member)
  await page.goto('/account/profile')
  await page.getByLabel('Country of residence').selectOption('US')
  await page.getByRole('button', { name: 'Save' }).last().click()
  await expect(page.getByRole('main').getByRole('alert')).toContainText('run by Panasonic North America')
  await page.getByLabel('Country of residence').selectOption('AT')
  await page.getByLabel('Language of our mails').selectOption('de')
  await page.getByRole('button', { name: 'Save' }).last().click()
  await expect(page.getByText('Saved.')).toBeVisible()
  expect(
    await database.rows(
      'select m.country, a.language from members m join accounts a on a.id = m.account_id where a.id = $1',
      member.actor.id,
    ),
  ).toEqual([{ country: 'AT', language: 'de' }])
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

test('a session ends after its idle time, and at once when the account is disabled', async ({
  people,
  enter,
  database,
}) => {
  const desk = await people.desk()
  const page = await enter(desk)
  await page.goto('/staff/desk')
  await expect(page.getByRole('heading', { name: 'Check a card' })).toBeVisible()
  await database.rows(
    "update sessions set last_seen_at = now() - interval '15 minutes 1 second' where account_id = $1",
    desk.actor.id,
  )
  await page.reload()
  await expect(page).toHaveURL(/\/sign-in/)

  const member = await people.member()
  const other = await enter(member)
  await other.goto('/account')
  await database.rows('update accounts set disabled_at = now() where id = $1', member.actor.id)
  await other.reload()
  await expect(other).toHaveURL(/\/sign-in/)
})
