import type { Locator, Page } from '@playwright/test'
import { sendDocument } from '@/testing/invoices'
import { anInvoice, aReason, aRegistration } from '@/testing/reviews'
import type { Databases } from '../fixtures/database'
import { linkIn } from '../fixtures/mailbox'
import type { MemberPerson } from '../fixtures/people'
import { choose, INVOICE } from '../fixtures/registering'
import { expect, test } from '../fixtures/test'

const verify = (page: Page) => page.getByRole('button', { name: /^Verify/ })
const main = (page: Page) => page.getByRole('main')

/** A file of e2e/documents whose pages the worker has made, with these models registered on it. */
async function sendIn({ app, rows }: Databases, member: MemberPerson, models = ['DC-S5M2']) {
  const { id: invoice } = await sendDocument(app, member.actor)
  await expect
    .poll(() => rows('select state from invoices where id = $1', invoice), { timeout: 30_000 })
    .toEqual([{ state: 'ready' }])
  const ids: string[] = []
  for (const model of models) ids.push((await aRegistration(app, member.actor, { model, invoice })).id)
  return { invoice, id: String(ids[0]), ids }
}

const stateOf = ({ rows }: Databases, id: string) =>
  rows('select state, appealed_at is not null as appealed from registrations where id = $1', id)

/** Opens one of the forms that need a reason, and gives it. */
async function giveReason(page: Page, { open, send }: Record<'open' | 'send', string>, reason: string) {
  const form = page
    .locator('form')
    .filter({ has: page.getByText(open, { exact: false }) })
    .first()
  await form.getByText(open, { exact: false }).first().click()
  await form.getByLabel('Reason').selectOption(reason)
  return { form, send: () => form.getByRole('button', { name: send }).click() }
}

const ASK = { open: 'Ask again', send: 'Send the question' }
const REFUSE = { open: 'Refuse', send: 'Refuse this product' }

test('the queue shows the oldest first, how many wait, and since when', async ({
  people,
  enter,
  database,
}) => {
  const member = await people.member({ firstName: 'Ältester', surname: 'Fall' })
  const { id } = await aRegistration(database.app, member.actor)
  await database.rows("update registrations set waiting_since = '2020-01-01' where id = $1", id)
  const page = await enter(await people.reviewer())
  await page.goto('/staff/reviews')
  await expect(page.getByText(/^\d+ items?$/)).toBeVisible()
  await expect(page.getByText(/\d+ years ago/).first()).toBeVisible()
  await expect(page.getByRole('table').getByRole('row').nth(1)).toContainText('Ältester Fall')
  await page.getByRole('link', { name: 'Start with the oldest' }).click()
  await expect(page.getByRole('heading', { name: 'Ältester Fall' })).toBeVisible()
  await database.rows("update registrations set state = 'withdrawn', waiting_since = null where id = $1", id)
})

test('a reviewer sees what was typed beside the pages of the real file, and verifies it', async ({
  people,
  database,
  enter,
  mailbox,
}) => {
  const member = await people.member({ firstName: 'Ruben', surname: 'Probekötter', country: 'AT' })
  const { invoice, id } = await sendIn(database, member)
  const page = await enter(await people.reviewer())
  await page.goto(`/staff/reviews/${invoice}`)
  const image = page.getByRole('img', { name: 'Page 1 of the invoice' })
  await expect(image).toBeVisible()
  await expect.poll(() => image.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBeGreaterThan(500)
  for (const fact of [member.number, 'Austria', 'LUMIX S5II', 'Foto Beispiel, Wiesbaden'])
    await expect(main(page).getByText(fact).first()).toBeVisible()
  for (const secret of [member.email, '1990']) await expect(main(page)).not.toContainText(secret)

  await verify(page).click()
  await expect.poll(() => stateOf(database, id)).toEqual([{ state: 'verified', appealed: false }])
  expect((await mailbox.mail(member.email, 'Verified')).text).toContain('LUMIX S5II')
  expect(
    await database.rows(
      "select count(*)::int as reads from log_entries where subject_id = $1 and action = 'invoice.read' and reason = 'review'",
      invoice,
    ),
  ).not.toEqual([{ reads: 0 }])
})

test('three purchases verified one after the other make a Red member Silver at once, from that day', async ({
  people,
  database,
  enter,
  mailbox,
}) => {
  const member = await people.member()
  await database.rows(
    `update memberships set starts_on = starts_on - 40, expires_on = expires_on - 40 where member_id = $1`,
    member.actor.ownMemberId,
  )
  const { invoice } = await sendIn(database, member, ['DC-S5M2', 'S-R2060', 'S-S85'])
  const own = await enter(member)
  await own.goto('/account')
  await expect(own.getByText('0 of 3 verified, 3 in review')).toBeVisible()
  const page = await enter(await people.reviewer())
  await page.goto(`/staff/reviews/${invoice}`)
  for (const left of [2, 1]) {
    await verify(page).first().click()
    await expect(verify(page)).toHaveCount(left)
  }
  await own.reload()
  await expect(own.getByRole('heading', { name: 'Red' })).toBeVisible()
  await expect(own.getByText('2 of 3 verified, 1 in review')).toBeVisible()
  await verify(page).click()
  await expect(page.getByText('Verified. The member has a mail.').first()).toBeVisible()
  await own.reload()
  await expect(own.getByRole('heading', { name: 'Silver' })).toBeVisible()

  const [membership] = await database.rows(
    `select s.status, s.starts_on = (now() at time zone 'Europe/Berlin')::date as today,
            s.expires_on = (s.starts_on + interval '12 months - 1 day')::date as year,
            array(select because from terms t where t.member_id = s.member_id order by at) as terms,
            array(select "to"::text from status_changes c where c.member_id = s.member_id order by at) as statuses
       from memberships s where member_id = $1`,
    member.actor.ownMemberId,
  )
  expect(membership).toEqual({
    status: 'silver',
    today: true,
    year: true,
    terms: ['joined', 'first-verification'],
    statuses: ['red', 'silver'],
  })
  await expect
    .poll(async () => (await mailbox.to(member.email)).map(({ text }) => text).join())
    .toContain('Your status is now Silver.')
})

test('asked again, the member learns why by mail and sends a better file in one step', async ({
  people,
  database,
  enter,
  mailbox,
}) => {
  const member = await people.member()
  const { id, invoice } = await sendIn(database, member)
  const page = await enter(await people.reviewer())
  await page.goto(`/staff/reviews/${invoice}`)
  const asking = await giveReason(page, ASK, await aReason(database.app, 'ask'))
  await asking.form.getByLabel('One more sentence').fill('The date is cut off.')
  await asking.send()
  await expect.poll(() => stateOf(database, id)).toEqual([{ state: 'needs_attention', appealed: false }])

  const { text } = await mailbox.mail(member.email, 'We need a better file')
  expect(text).toContain('The date is cut off.')
  const own = await enter(member)
  await own.goto(linkIn(text, '/account/registrations/'))
  await expect(main(own).getByText('The date is cut off.').first()).toBeVisible()
  await choose(own, INVOICE.file)
  await expect(own.getByText('This is the very file you sent before.')).toBeVisible()
  await choose(own, 'e2e/documents/a02.pdf')
  await expect(own.getByText('A person compares your invoice with what you typed.')).toBeVisible()
  expect(await stateOf(database, id)).toEqual([{ state: 'pending', appealed: false }])
  await expect(own.getByText('You sent a better file')).toBeVisible()
})

test('a decision that is missing its reason is asked for it', async ({ people, database, enter }) => {
  const { invoice } = await aRegistration(database.app, (await people.member()).actor)
  const page = await enter(await people.reviewer())
  await page.goto(`/staff/reviews/${invoice}`)
  const refusing = await giveReason(page, REFUSE, '')
  await refusing.form.getByLabel('One more sentence').fill('Not a sentence to lose.')
  await refusing.send()
  await expect(refusing.form.getByRole('alert')).toContainText('Please choose a reason.')
  await expect(refusing.form.getByLabel('One more sentence')).toHaveValue('Not a sentence to lose.')
})

test('a refusal says why; the member appeals once, and another reviewer decides', async ({
  people,
  database,
  enter,
  mailbox,
}) => {
  const member = await people.member({ language: 'de' })
  const { id, invoice } = await sendIn(database, member)
  const page = await enter(await people.reviewer())
  await page.goto(`/staff/reviews/${invoice}`)
  const reason = await aReason(database.app, 'refuse')
  await (await giveReason(page, REFUSE, reason)).send()
  await expect.poll(() => stateOf(database, id)).toEqual([{ state: 'refused', appealed: false }])
  const [{ texts } = {}] = await database.rows<{ texts: { de: string } }>(
    'select texts from reasons where id = $1',
    reason,
  )
  const said = (await mailbox.mail(member.email, 'LUMIX S5II')).text.replace(/\s+/g, ' ')
  expect(said).toContain(String(texts?.de).slice(0, 30))

  const own = await enter(member)
  await own.goto(`/account/registrations/${id}`)
  await own.getByLabel('Why should this purchase be verified?').fill('The number is on the second page.')
  await own.getByRole('button', { name: 'Appeal' }).click()
  await expect(own.getByText('Somebody who did not decide the first time')).toBeVisible()

  await page.goto(`/staff/reviews/${invoice}`)
  await expect(page.getByText('You refused this product, and the member has appealed.')).toBeVisible()
  await expect(verify(page)).toHaveCount(0)
  const other = await enter(await people.reviewer())
  await other.goto(`/staff/reviews/${invoice}`)
  await expect(other.getByText('The number is on the second page.', { exact: true })).toBeVisible()
  await (await giveReason(other, REFUSE, reason)).send()
  await expect.poll(() => stateOf(database, id)).toEqual([{ state: 'refused', appealed: true }])
  await own.reload()
  await expect(own.getByText('There is no further appeal.')).toBeVisible()
  await expect(own.getByRole('button', { name: 'Appeal' })).toHaveCount(0)
})

test('two reviewers on one item: the second reads so, and changes nothing', async ({
  people,
  database,
  enter,
}) => {
  const { id, invoice } = await sendIn(database, await people.member())
  const [one, two] = [await enter(await people.reviewer()), await enter(await people.reviewer())]
  await one.goto(`/staff/reviews/${invoice}`)
  await two.goto(`/staff/reviews/${invoice}`)
  await expect(two.getByText('A colleague opened this item')).toBeVisible()
  await verify(one).click()
  await expect.poll(() => stateOf(database, id)).toEqual([{ state: 'verified', appealed: false }])
  await (await giveReason(two, REFUSE, await aReason(database.app, 'refuse'))).send()
  await expect(main(two).getByRole('alert')).toContainText('This product has already been decided')
  expect(await database.rows('select outcome from decisions where registration_id = $1', id)).toEqual([
    { outcome: 'verified' },
  ])
})

test('what the member withdrew meanwhile, or sent again, is not decided', async ({
  people,
  database,
  enter,
}) => {
  const { id, invoice } = await aRegistration(database.app, (await people.member()).actor)
  const page = await enter(await people.reviewer())
  await page.goto(`/staff/reviews/${invoice}`)
  await database.rows("update registrations set state = 'withdrawn', waiting_since = null where id = $1", id)
  await verify(page).click()
  await expect(main(page).getByRole('alert')).toContainText('The member has withdrawn this product')
  expect(await stateOf(database, id)).toEqual([{ state: 'withdrawn', appealed: false }])
})

test('a reviewer finds nothing about their own purchase', async ({ people, database, enter }) => {
  const member = await people.member({ surname: 'Eigenkauf' })
  const { id, invoice } = await aRegistration(database.app, member.actor)
  const page = await enter(await people.reviewer({ ownMemberId: member.actor.ownMemberId }))
  expect((await page.goto(`/staff/reviews/${invoice}`))?.status()).toBe(404)
  await page.goto('/staff/reviews')
  await expect(page.getByText('Your own purchases are not listed')).toBeVisible()
  await expect(page.getByText('Eigenkauf')).toHaveCount(0)
  expect(await stateOf(database, id)).toEqual([{ state: 'pending', appealed: false }])
})

test('a unit that is verified for somebody else changes hands in one step; both get a mail', async ({
  people,
  database,
  enter,
  mailbox,
}) => {
  const [seller, buyer] = [await people.member(), await people.member()]
  const { id: old } = await aRegistration(database.app, seller.actor, {
    serialTyped: `AB1${crypto.randomUUID().slice(0, 8)}`,
    state: 'verified',
  })
  const [unit] = await database.rows<{ serial: string }>(
    'select serial_typed as serial from registrations where id = $1',
    old,
  )
  const { id, invoice } = await aRegistration(database.app, buyer.actor, { serialTyped: unit?.serial })
  const page = await enter(await people.reviewer())
  await page.goto(`/staff/reviews/${invoice}`)
  await expect(page.getByText(`This unit is verified for ${seller.number}.`)).toBeVisible()
  await expect(verify(page)).toHaveCount(0)
  const words = { open: 'End the other one and verify this', send: 'End it and verify this one' }
  await (await giveReason(page, words, await aReason(database.app, 'end'))).send()
  await expect.poll(() => stateOf(database, id)).toEqual([{ state: 'verified', appealed: false }])
  expect(await stateOf(database, old)).toEqual([{ state: 'sold', appealed: false }])
  await mailbox.mail(seller.email, 'Registration ended')
  await mailbox.mail(buyer.email, 'Verified')
})

test('one key decides one product, held or not, and keys can be switched off', async ({
  people,
  database,
  enter,
}) => {
  const member = await people.member()
  const invoice = await anInvoice(database.app, member.actor)
  for (const model of ['DC-S5M2', 'S-R2060', 'S-S85'])
    await aRegistration(database.app, member.actor, { model, invoice })
  const page = await enter(await people.reviewer())
  await page.goto(`/staff/reviews/${invoice}`)
  await expect(verify(page)).toHaveCount(3)
  await page.getByText('Keyboard', { exact: true }).click()
  await expect(page.getByLabel('Single keys decide')).toBeChecked()
  await pressUntilHeard(page, verify(page), 2)
  await expect(verify(page)).toHaveCount(2)

  await page.getByLabel('Single keys decide').uncheck()
  await page.getByRole('heading', { level: 1 }).click()
  await page.keyboard.press('v')
  await page.keyboard.press('r')
  await expect(page.getByLabel('Reason').first()).toBeHidden()
  await expect(verify(page)).toHaveCount(2)
})

/** Keys wait until somebody can have looked, so a press that comes too early is no press. */
async function pressUntilHeard(page: Page, shown: Locator, left: number) {
  await expect(async () => {
    if ((await shown.count()) !== left) {
      await page.keyboard.down('v')
      await page.keyboard.down('v') // held: the second one repeats
      await page.keyboard.up('v')
    }
    await expect(shown).toHaveCount(left, { timeout: 10_000 })
  }).toPass()
}
