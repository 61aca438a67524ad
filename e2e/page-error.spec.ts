// A page whose question to the database fails, in the frame of the others. A portal of its own, since a table is away.
import type { Page } from '@playwright/test'
import { axeFindings } from './fixtures/axe'
import { type OwnPortal, startOwnPortal } from './fixtures/own-portal'
import { makePeople } from './fixtures/people'
import { expect, test } from './fixtures/test'

let portal: OwnPortal
test.beforeAll(async () => {
  portal = await startOwnPortal('page-error')
})
test.afterAll(() => portal?.stop())

const takeTableAway = () => portal.rows('alter table registrations rename to registrations_away')
const bringTableBack = () => portal.rows('alter table registrations_away rename to registrations')

const WORDS = {
  'en-GB': {
    title: 'Something went wrong on our side',
    again: 'Try again',
    menu: 'Main',
    membership: 'To my membership',
    work: 'To my desk',
    start: 'Go to the front page',
  },
  'de-DE': {
    title: 'Bei uns ist etwas schiefgegangen',
    again: 'Noch einmal versuchen',
    menu: 'Hauptmenü',
    membership: 'Zu meiner Mitgliedschaft',
    work: 'Zu meinem Arbeitsplatz',
    start: 'Zur Startseite',
  },
}
type Words = (typeof WORDS)['en-GB']

for (const [locale, words] of Object.entries(WORDS)) {
  test(`a member’s page that fails keeps its frame and leads to the membership (${locale})`, async ({
    enter,
  }) => {
    const { token } = await makePeople(portal).member()
    const page = await signedIn(await enter(undefined, { locale }), token)
    await fails(page, '/account/registrations', words)
    await leadsHome(page, words.membership, '/account')
    await fails(page, '/account', words)
    await leadsHome(page, words.start, '/')
  })

  test(`a staff page that fails keeps its frame and leads to where one works (${locale})`, async ({
    enter,
  }) => {
    const { admin, reviewer } = makePeople(portal)
    const page = await signedIn(await enter(undefined, { locale }), (await admin()).token)
    await fails(page, '/staff/reviews', words)
    await leadsHome(page, words.work, '/staff/admin')
    const other = await signedIn(await enter(undefined, { locale }), (await reviewer()).token)
    await fails(other, '/staff/reviews', words)
    await leadsHome(other, words.start, '/')
  })
}

test('opened by a link, it shows no reference of another request, and can be tried again', async ({
  enter,
}) => {
  const { token } = await makePeople(portal).admin()
  const page = await signedIn(await enter(), token)
  const answer = await page.goto(`${portal.url}/staff/admin/staff`)
  const words = WORDS['en-GB']
  await takeTableAway()
  await page.getByRole('navigation').getByRole('link', { name: 'Reviews' }).click()
  await expect(page.getByRole('heading', { name: words.title })).toBeVisible()
  await expect(page.getByText(/^Reference: \S+$/)).toBeVisible()
  await expect(page.getByText(String(answer?.headers()['x-request-id']))).toHaveCount(0)
  await bringTableBack()
  await page.getByRole('button', { name: words.again }).click()
  await expect(page.getByRole('heading', { name: 'Reviews', level: 1 })).toBeVisible()
})

async function signedIn(page: Page, token: string) {
  await page.context().addCookies([{ name: 'lumix-session', value: token, url: portal.url }])
  return page
}

/** Opens the page while it fails: the frame, the sentence, the reference of the log. */
async function fails(page: Page, path: string, { title, menu }: Words) {
  await takeTableAway()
  const answer = await page.goto(portal.url + path).finally(bringTableBack)
  await expect(page.getByRole('main').getByRole('heading', { name: title })).toBeVisible()
  expect(answer?.status()).toBe(500)
  await expect(page).toHaveTitle(`${title} – LUMIX PRO`)
  await expect(page.getByRole('main').getByText(String(answer?.headers()['x-request-id']))).toBeVisible()
  await expect(page.getByRole('navigation', { name: menu }).first()).toBeVisible()
  await expect(page.getByRole('contentinfo')).toBeVisible()
  await expect(page.getByRole('main')).toHaveCount(1)
  expect(await axeFindings(page)).toEqual([])
}

async function leadsHome(page: Page, name: string, path: string) {
  await page.getByRole('main').getByRole('link', { name }).click()
  await expect(page).toHaveURL(portal.url + path)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
}
