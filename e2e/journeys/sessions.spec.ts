import type { Page } from '@playwright/test'
import { axeFindings } from '../fixtures/axe'
import type { Databases } from '../fixtures/database'
import { press } from '../fixtures/keyboard'
import type { Person } from '../fixtures/people'
import { expect, test } from '../fixtures/test'

/** Moves the sessions of somebody back in time: as if they had begun, or been used last, so many minutes ago. */
const age = ({ rows }: Databases, { actor }: Person, what: 'created_at' | 'last_seen_at', minutes: number) =>
  rows(
    `update sessions set ${what} = now() - make_interval(secs => $2) where account_id = $1`,
    actor.id,
    minutes * 60,
  )

/** Opens a page, and waits until all its requests are over: each counts as use of the session. */
async function open(page: Page, path: string) {
  await page.clock.install()
  await page.goto(path)
  await page.waitForLoadState('networkidle')
}

const ending = (page: Page) => page.getByRole('region', { name: 'Your session' })

test('two minutes before the end a warning appears; staff stay signed in by the keyboard, and lose nothing typed', async ({
  people,
  enter,
  database,
}) => {
  const admin = await people.admin()
  const page = await enter(admin)
  await open(page, '/staff/admin/centres/new')
  const name = page.getByLabel('Name', { exact: true })
  await name.fill('Atelier Halb')
  await age(database, admin, 'last_seen_at', 13.2)
  await page.clock.fastForward('13:00')
  await expect(ending(page)).toContainText('You will be signed out in')
  await expect(ending(page).getByText(/^1:[0-5]\d$/)).toBeVisible()
  await expect(name).toBeFocused()
  expect(await axeFindings(page, { within: '[popover]' })).toEqual([])

  await page.keyboard.press('F8')
  await expect(page.getByRole('button', { name: 'Stay signed in' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(ending(page)).toHaveCount(0)
  await expect(name).toBeFocused()
  await expect(name).toHaveValue('Atelier Halb')
  const [row] = await database.rows<{ fresh: boolean }>(
    "select bool_and(last_seen_at > now() - interval '1 minute') as fresh from sessions where account_id = $1",
    admin.actor.id,
  )
  expect(row?.fresh).toBe(true)
})

test('asking is no use of the session, and a tab that is in use speaks for the others', async ({
  people,
  enter,
  database,
}) => {
  const reviewer = await people.reviewer()
  const quiet = await enter(reviewer)
  await open(quiet, '/staff/sessions')
  const busy = await quiet.context().newPage()
  await busy.goto('/staff/reviews')
  await busy.waitForLoadState('networkidle')

  // While the other tab is in use, this one asks and has nothing to say.
  const request = quiet.waitForResponse('**/staff/session')
  await quiet.clock.fastForward('28:01')
  expect(await (await request).json()).toMatchObject({ extendable: true })
  await expect(ending(quiet)).toHaveCount(0)

  await age(database, reviewer, 'last_seen_at', 28.5)
  await quiet.clock.fastForward('28:01')
  await expect(ending(quiet)).toBeVisible()
  const [row] = await database.rows<{ used: boolean }>(
    "select bool_or(last_seen_at > now() - interval '28 minutes') as used from sessions where account_id = $1",
    reviewer.actor.id,
  )
  expect(row?.used).toBe(false)

  await busy.getByRole('link', { name: 'Corrections' }).first().click()
  await expect(busy).toHaveURL(/corrections/)
  await quiet.clock.fastForward('00:11')
  await expect(ending(quiet)).toHaveCount(0)
})

test('the longest time a sign-in lasts can’t be extended: the page says so, and what was typed is sent after signing in again', async ({
  people,
  enter,
  database,
}) => {
  const admin = await people.admin()
  const page = await enter(admin)
  await open(page, '/staff/admin/centres/new')
  const name = `Atelier ${crypto.randomUUID().slice(0, 8)}`
  await page.getByLabel('Name', { exact: true }).fill(name)
  await page.getByLabel('City').fill('Lyon')
  await page.getByLabel('Country').selectOption('FR')
  await page.getByLabel('French').check()
  await page.getByLabel('EU or EEA').check()

  await age(database, admin, 'created_at', 8 * 60 - 1.5)
  await page.clock.fastForward('13:01')
  await expect(ending(page)).toContainText('A sign-in lasts 8 hours at most')
  await expect(page.getByRole('button', { name: 'Stay signed in' })).toHaveCount(0)
  await page.getByRole('button', { name: 'Understood' }).click()
  await expect(ending(page)).toHaveCount(0)

  await age(database, admin, 'created_at', 8 * 60 + 1)
  await page.getByRole('button', { name: 'Add the service centre' }).click()
  const answer = page.getByRole('alert').filter({ hasText: 'What you typed is still here' })
  await expect(answer).toBeVisible()
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue(name)
  await page.clock.fastForward('01:31')
  await expect(ending(page)).toContainText('You have been signed out')

  const opened = page.waitForEvent('popup')
  await press(page, answer.getByRole('link', { name: 'Sign in in another tab' }))
  const other = await opened
  await expect(other).toHaveURL('/sign-in')
  const again = await people.signedIn(admin.actor, admin.email)
  await page
    .context()
    .addCookies([{ name: 'lumix-session', value: again.token, url: new URL(page.url()).origin }])
  await other.goto('/staff/admin')
  await expect(ending(page)).toHaveCount(0)
  await page.getByRole('button', { name: 'Add the service centre' }).click()
  await expect(page.getByRole('heading', { name })).toBeVisible()
})

test('an admin signs a member out of a lost phone', async ({ people, enter }) => {
  const member = await people.member()
  const phone = await enter(member)
  await phone.goto('/account')
  const page = await enter(await people.admin())
  await page.goto(`/staff/admin/members/${member.number}`)
  await page
    .getByRole('listitem')
    .filter({ hasText: 'last used' })
    .getByRole('button', { name: 'Sign out' })
    .click()
  await expect(page.getByText('Nobody is signed in with this account.')).toBeVisible()
  await phone.goto('/account')
  await expect(phone).toHaveURL(/\/sign-in/)
})
