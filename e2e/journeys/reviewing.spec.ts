import { anInvoice, aReason, aRegistration } from '@/lib/reviews/testing'
import { linkIn } from '../fixtures/mailbox'
import { expect, test } from '../fixtures/test'

const registrationState = 'select state, appealed_at is not null as appealed from registrations where id = $1'

test('three purchases verified one after the other make a Red member Silver at once', async ({
  people,
  database,
  enter,
  mailbox,
}) => {
  const member = await people.member()
  const invoice = await anInvoice(database.app, member.actor)
  for (const model of ['DC-S5M2', 'S-R2060', 'S-S85'])
    await aRegistration(database.app, member.actor, { model, invoice })
  const page = await enter(await people.reviewer())
  await page.goto(`/staff/reviews/${invoice}`)
  for (const left of [2, 1, 0]) {
    await page
      .getByRole('button', { name: /^Verify/ })
      .first()
      .click()
    await expect(page.getByRole('button', { name: /^Verify/ })).toHaveCount(left)
  }
  const [membership] = await database.rows(
    "select status, starts_on = (now() at time zone 'Europe/Berlin')::date as dated from memberships where member_id = $1",
    member.actor.ownMemberId,
  )
  expect(membership).toEqual({ status: 'silver', dated: true })

  const own = await enter(member)
  await own.goto('/account')
  await expect(own.getByRole('heading', { name: 'Silver' })).toBeVisible()
  expect((await mailbox.mail(member.email, /verified/i)).text).toContain('LUMIX')
  const changes = await database.rows(
    'select "to", because from status_changes where member_id = $1 order by at',
    member.actor.ownMemberId,
  )
  expect(changes).toEqual([
    { to: 'red', because: 'joined' },
    { to: 'silver', because: 'verified' },
  ])
})

test('asked again, the member learns why by mail and sends a better file in one step', async ({
  people,
  database,
  enter,
  mailbox,
}) => {
  const member = await people.member()
  const { id, invoice } = await aRegistration(database.app, member.actor)
  const page = await enter(await people.reviewer())
  await page.goto(`/staff/reviews/${invoice}`)
  await page.locator('summary', { hasText: 'Ask again' }).click()
  await page
    .getByLabel('Reason')
    .locator('visible=true')
    .selectOption(await aReason(database.app, 'ask'))
  await page
    .getByLabel(/One more sentence/)
    .locator('visible=true')
    .fill('The date is cut off.')
  await page.getByRole('button', { name: 'Send the question' }).click()
  await expect
    .poll(() => database.rows(registrationState, id))
    .toEqual([{ state: 'needs_attention', appealed: false }])

  const { text } = await mailbox.mail(member.email, /file|invoice/i)
  expect(text).toContain('The date is cut off.')
  const own = await enter(member)
  await own.goto(linkIn(text, '/account/products/'))
  await expect(own.getByText('The date is cut off.').first()).toBeVisible()
  await own.locator('input[type=file]').first().setInputFiles('e2e/documents/a01.pdf')
  await expect(own.getByText('In review').first()).toBeVisible()
  expect(await database.rows(registrationState, id)).toEqual([{ state: 'pending', appealed: false }])
})

test('a refusal says why; the member appeals once, and another reviewer decides', async ({
  people,
  database,
  enter,
}) => {
  const member = await people.member()
  const { id, invoice } = await aRegistration(database.app, member.actor)
  const first = await people.reviewer()
  const page = await enter(first)
  await page.goto(`/staff/reviews/${invoice}`)
  await page.locator('summary', { hasText: 'Refuse' }).click()
  await page
    .getByLabel('Reason')
    .locator('visible=true')
    .selectOption(await aReason(database.app, 'refuse'))
  await page.getByRole('button', { name: 'Refuse this product' }).click()
  await expect
    .poll(() => database.rows(registrationState, id))
    .toEqual([{ state: 'refused', appealed: false }])

  const own = await enter(member)
  await own.goto(`/account/products/${id}`)
  await own.getByLabel('Why should this purchase be verified?').fill('The number is on the second page.')
  await own.getByRole('button', { name: 'Appeal' }).click()
  await expect(own.getByText('In review again').first()).toBeVisible()

  await page.goto(`/staff/reviews/${invoice}`)
  await expect(page.getByText('You refused this product, and the member has appealed.')).toBeVisible()
  const other = await enter(await people.reviewer())
  await other.goto(`/staff/reviews/${invoice}`)
  await expect(other.getByText('The number is on the second page.')).toBeVisible()
  await other.getByRole('button', { name: /^Verify/ }).click()
  await expect
    .poll(() => database.rows(registrationState, id))
    .toEqual([{ state: 'verified', appealed: true }])
})

test('two reviewers on one item: the second is told, and changes nothing', async ({
  people,
  database,
  enter,
}) => {
  const member = await people.member()
  const { id, invoice } = await aRegistration(database.app, member.actor)
  const [one, two] = [await enter(await people.reviewer()), await enter(await people.reviewer())]
  await one.goto(`/staff/reviews/${invoice}`)
  await two.goto(`/staff/reviews/${invoice}`)
  await one.getByRole('button', { name: /^Verify/ }).click()
  await expect
    .poll(() => database.rows(registrationState, id))
    .toEqual([{ state: 'verified', appealed: false }])
  await two.locator('summary', { hasText: 'Refuse' }).click()
  await two
    .getByLabel('Reason')
    .locator('visible=true')
    .selectOption(await aReason(database.app, 'refuse'))
  await two.getByRole('button', { name: 'Refuse this product' }).click()
  await expect(two.getByText(/already|colleague/i).first()).toBeVisible()
  expect(await database.rows(registrationState, id)).toEqual([{ state: 'verified', appealed: false }])
  expect(await database.rows('select outcome from decisions where registration_id = $1', id)).toEqual([
    { outcome: 'verified' },
  ])
})

test('nobody decides on their own purchase', async ({ people, database, enter }) => {
  const member = await people.member()
  const { id, invoice } = await aRegistration(database.app, member.actor)
  const page = await enter(await people.reviewer({ ownMemberId: member.actor.ownMemberId }))
  await page.goto(`/staff/reviews/${invoice}`)
  await expect(page.getByRole('button', { name: /^Verify/ })).toHaveCount(0)
  expect(await database.rows(registrationState, id)).toEqual([{ state: 'pending', appealed: false }])
})

test('one key decides one product, and keys can be switched off', async ({ people, database, enter }) => {
  const member = await people.member()
  const invoice = await anInvoice(database.app, member.actor)
  for (const model of ['DC-S5M2', 'S-R2060'])
    await aRegistration(database.app, member.actor, { model, invoice })
  const page = await enter(await people.reviewer())
  await page.goto(`/staff/reviews/${invoice}`)
  const waiting = () =>
    database.rows("select id from registrations where invoice_id = $1 and state = 'pending'", invoice)
  await expect(page.getByRole('button', { name: /^Verify/ })).toHaveCount(2)
  await expect(async () => {
    await page.keyboard.press('v')
    await expect(page.getByRole('button', { name: /^Verify/ })).toHaveCount(1, { timeout: 1_000 })
  }).toPass()
  expect(await waiting()).toHaveLength(1)
})
