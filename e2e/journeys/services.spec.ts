import { addDays, berlinDate } from '@/lib/time'
import { axeFindings } from '../fixtures/axe'
import { type OwnPortal, startOwnPortal } from '../fixtures/own-portal'
import { makePeople, type People } from '../fixtures/people'
import { expect, test } from '../fixtures/test'

// A portal of its own, because what is promised is promised to everybody.
test.describe.configure({ mode: 'serial' })
let portal: OwnPortal
let people: People
test.beforeAll(async () => {
  portal = await startOwnPortal('services')
  people = makePeople(portal)
})
test.afterAll(() => portal?.stop())

const SERVICES = '/staff/admin/programme/services'
const tomorrow = () => addDays(berlinDate(new Date()), 1)

/** What the tests of a day cannot wait for: that tomorrow comes. */
async function letItBegin() {
  const today = "(now() at time zone 'Europe/Berlin')::date"
  await portal.rows('alter table services disable trigger services_promised')
  await portal.rows(`update services set effective_to = ${today} - 1 where effective_to = ${today}`)
  await portal.rows(`update services set effective_from = ${today} where effective_from = ${today} + 1`)
  await portal.rows('alter table services enable trigger services_promised')
}

test('a change is published for a country, and from its day the programme page, the card and the desk show it', async ({
  enter,
}) => {
  const member = await people.member({ firstName: 'Lucía', surname: 'Muestrario Peña', country: 'ES' })
  await portal.rows("update memberships set status = 'silver' where member_id = $1", member.actor.ownMemberId)
  const page = await enterAt(await people.admin())
  await page.goto(SERVICES)
  await page.getByLabel('Country').selectOption('ES')
  await page.getByRole('button', { name: 'Show' }).click()
  await page.waitForURL(/country=ES/)
  await page.getByRole('link', { name: 'Repair time, Silver: Repair in 5 working days' }).click()
  await expect(page.getByText('This holds in Spain alone.')).toBeVisible()
  await page.getByLabel('Text in English').fill('Repair in 4 working days')
  await page.getByLabel('Text in German').fill('')
  await page.getByLabel('Working days').fill('3')
  await page.getByLabel('Reason').first().fill('A workshop of our own in Madrid')
  await page.getByRole('button', { name: 'Publish the change' }).click()
  await expect(page.getByText('Write the quantity in this text too').first()).toBeVisible()
  await expect(page.getByLabel('Text in English')).toHaveValue('Repair in 4 working days')
  await page.getByLabel('Working days').fill('4')
  await page.getByRole('button', { name: 'Publish the change' }).click()
  await expect(page.getByText('The change is published.')).toBeVisible()
  await expect(page.getByText('A workshop of our own in Madrid')).toBeVisible()
  expect(await axeFindings(page)).toEqual([])

  await page.goto(`${SERVICES}?country=ES&day=${tomorrow()}`)
  await expect(page.getByText('Own line')).toBeVisible()
  await page.getByRole('link', { name: 'See which' }).click()
  await expect(page.getByRole('link', { name: 'Repair in 4 working days' })).toBeVisible()
  await page.goto(`${SERVICES}/preview?status=silver&country=ES&day=${tomorrow()}`)
  await expect(page.getByRole('listitem').filter({ hasText: 'Repair in 4 working days' })).toHaveCount(2)

  const own = await enterAt(member)
  await own.goto('/account/card')
  await expect(own.getByText('Repair in 5 working days').first()).toBeAttached()
  await letItBegin()
  await own.reload()
  await expect(own.getByText('Repair in 4 working days').first()).toBeAttached()
  await own.goto('/programme?country=ES')
  await expect(own.getByText('Repair in 4 working days')).toBeVisible()
  await own.goto('/programme?country=DE')
  await expect(own.getByText('Repair in 5 working days')).toBeVisible()
  const desk = await enterAt(await people.desk())
  await desk.goto('/staff/desk')
  await desk.getByLabel('Membership number').fill(member.number)
  await desk.getByLabel('For a service that was asked for').check()
  await desk.getByRole('button', { name: 'Check', exact: true }).click()
  await expect(desk.getByRole('listitem').filter({ hasText: 'Repair in 4 working days' })).toBeVisible()

  await page.goto(SERVICES)
  await page.getByLabel('Country').selectOption('ES')
  await page.getByRole('button', { name: 'Show' }).click()
  await page.getByRole('link', { name: 'Repair time, Silver: Repair in 4 working days' }).click()
  await page.getByLabel('Reason').last().fill('The workshop closes')
  await page.getByRole('button', { name: 'Remove the own line' }).click()
  await expect(page.getByText('The line ends the day before.')).toBeVisible()
  await page.goto(`${SERVICES}?country=ES&day=${tomorrow()}`)
  await expect(
    page.getByRole('link', { name: 'Repair time, Silver: Repair in 5 working days' }),
  ).toBeVisible()

  async function enterAt(person: { token: string }) {
    const opened = await enter(undefined, { baseURL: portal.url })
    await opened.context().addCookies([{ name: 'lumix-session', value: person.token, url: portal.url }])
    return opened
  }
})

test('a benefit is added, moved and given to a status; a coming line is taken back', async ({ enter }) => {
  const page = await enter(undefined, { baseURL: portal.url })
  const { token } = await people.admin()
  await page.context().addCookies([{ name: 'lumix-session', value: token, url: portal.url }])
  await page.goto(`${SERVICES}/benefits`)
  await page.getByLabel('Name in English').last().fill('pro hotline')
  await page.getByRole('button', { name: 'Add the benefit' }).click()
  await expect(page.getByText('There is a benefit of this name already.').first()).toBeVisible()
  await page.getByLabel('Name in English').last().fill('Airport service')
  await page.getByRole('button', { name: 'Add the benefit' }).click()
  await expect(page.getByText('The benefit is added.')).toBeVisible()
  await page.getByRole('button', { name: 'Airport service: up' }).click()
  await expect(page.getByText('The order is changed.')).toBeVisible()
  await page.goto(SERVICES)
  await page.getByRole('link', { name: 'Airport service, Black: Nothing' }).click()
  await page.getByLabel('Text in English').fill('A desk at the airport')
  await page.getByLabel('Reason').first().fill('Agreed')
  await page.getByRole('button', { name: 'Publish the change' }).click()
  await expect(page.getByText('German is missing')).toBeVisible()
  await page.getByText('Take this line back').click()
  await page.getByLabel('Reason').first().fill('A mistake')
  await page.getByRole('button', { name: 'Take it back' }).click()
  await expect(page.getByText('The line is taken back.')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Airport service, Black: Nothing' })).toBeVisible()
})
