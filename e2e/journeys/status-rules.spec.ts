import type { Page } from '@playwright/test'
import { addDays, berlinDate } from '@/lib/time'
import { aRegistration } from '@/testing/reviews'
import { taken } from '../fixtures/csv'
import { type OwnPortal, startOwnPortal } from '../fixtures/own-portal'
import { makePeople, type People } from '../fixtures/people'
import { expect, test } from '../fixtures/test'

// A portal of its own, because a rule that takes effect does so for everybody.
test.describe.configure({ mode: 'serial' })
let portal: OwnPortal
let people: People
test.beforeAll(async () => {
  portal = await startOwnPortal('rules')
  people = makePeople(portal)
})
test.afterAll(() => portal?.stop())

const RULES = '/staff/admin/programme/status-rules'
const tomorrow = () => addDays(berlinDate(new Date()), 1)

async function plan(page: Page, silver: string, day = tomorrow()) {
  await page.goto(RULES)
  await page.getByLabel('Silver: products').fill(silver)
  await page.getByLabel('Applies from').fill(day)
  await page.getByRole('button', { name: 'See what it would do' }).click()
}

/** What the tests of a day cannot wait for: that tomorrow comes. */
const letItBegin = () =>
  portal.rows(
    `update status_rules set effective_from = (now() at time zone 'Europe/Berlin')::date
      where effective_from > (now() at time zone 'Europe/Berlin')::date and withdrawn_at is null`,
  )

test('a rule is simulated, published and effective: account, card and desk have risen', async ({ enter }) => {
  const at = { baseURL: portal.url }
  const member = await people.member({ firstName: 'Lucía', surname: 'Muestrario Peña', country: 'ES' })
  for (const model of ['DC-S5M2', 'S-R2060'])
    await aRegistration(portal.app, member.actor, { model, state: 'verified', waitingSince: null })
  const colleague = await people.admin()

  const page = await enterAt(await people.admin())
  await plan(page, '0')
  await expect(page.getByText('Each status must need more products').first()).toBeVisible()
  await plan(page, '2', berlinDate(new Date()))
  await expect(page.getByText('from tomorrow on at the earliest').first()).toBeVisible()
  await expect(page.getByLabel('Silver: products')).toHaveValue('2')
  await page.getByLabel('Applies from').fill(tomorrow())
  await page.getByRole('button', { name: 'See what it would do' }).click()
  await expect(page.getByRole('heading', { name: 'What this version would do' })).toBeVisible()
  await expect(page.getByText('1 member would rise')).toBeVisible()
  await expect(page.getByRole('row', { name: /Spain/ }).first()).toBeVisible()
  await expect(page.getByRole('link', { name: member.number })).toBeVisible()
  expect(await taken(page, 'Who would change status')).toMatchObject([
    { number: member.number, country: 'ES', from: 'red', to: 'silver', change: 'rise', on: tomorrow() },
  ])
  await page.getByRole('button', { name: 'Publish this version' }).click()
  await expect(page.getByText('Please fill this in.').first()).toBeVisible()
  await page.getByLabel('Reason').fill('Agreed with all countries in spring')
  const second = await page.context().newPage()
  await second.goto(page.url())
  await page.getByRole('button', { name: 'Publish this version' }).click()
  await expect(page.getByText('The version is published.')).toBeVisible()
  await expect(page.getByText('Agreed with all countries in spring')).toBeVisible()
  await second.getByLabel('Reason').fill('Once more')
  await second.getByRole('button', { name: 'Publish this version' }).click()
  await expect(second.getByText('This draft has been published, changed or discarded').first()).toBeVisible()
  expect(
    await portal.rows(
      "select account_id from mails where template = 'status-rules-changed' and account_id = $1",
      colleague.actor.id,
    ),
  ).toHaveLength(1)

  const own = await enterAt(member)
  await own.goto('/account/card')
  await expect(own.getByText('Red').first()).toBeVisible()
  await letItBegin()
  await page.goto(RULES)
  await expect(page.getByRole('heading', { name: /^In force since/ })).toBeVisible()
  await expect(page.getByText('2 products, 1 of them a camera').first()).toBeVisible()
  await expect(page.getByText('Came with the installation')).toBeVisible()
  await own.reload()
  await expect(own.getByText('Silver').first()).toBeVisible()
  await own.goto('/account')
  await expect(own.getByText('Silver').first()).toBeVisible()
  const desk = await enterAt(await people.desk())
  await desk.goto('/staff/desk')
  await desk.getByLabel('Membership number').fill(member.number)
  await desk.getByLabel('For a service that was asked for').check()
  await desk.getByRole('button', { name: 'Check', exact: true }).click()
  await expect(desk.locator('dt:text-is("Status") + dd')).toHaveText('Silver')
  await expect(desk.getByRole('listitem').filter({ hasText: 'Repair in 5 working days' })).toBeVisible()

  async function enterAt(person: { token: string }) {
    const opened = await enter(undefined, at)
    await opened.context().addCookies([{ name: 'lumix-session', value: person.token, url: portal.url }])
    return opened
  }
})

test('a coming version is withdrawn with a reason and stays readable', async ({ enter }) => {
  const page = await enter(undefined, { baseURL: portal.url })
  const { token } = await people.admin()
  await page.context().addCookies([{ name: 'lumix-session', value: token, url: portal.url }])
  await plan(page, '4')
  await expect(page.getByText('1 would fall when the term ends')).toBeVisible()
  await expect(page.getByRole('cell', { name: /falls as the term ends/ })).toBeVisible()
  await page.getByLabel('Reason').fill('A try')
  await page.getByRole('button', { name: 'Publish this version' }).click()
  await page.getByRole('link', { name: 'Withdraw' }).click()
  await page.getByLabel('Reason').fill('Not agreed after all')
  await page.getByRole('button', { name: 'Withdraw the version' }).click()
  await expect(page.getByText('The version is withdrawn.')).toBeVisible()
  await expect(page.getByText('No other version is to come.')).toBeVisible()
  await expect(page.getByText('Not agreed after all')).toBeVisible()
})
