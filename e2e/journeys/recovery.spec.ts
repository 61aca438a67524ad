import type { Page } from '@playwright/test'
import { ScureBase32Plugin } from 'otplib'
import { openSession } from '@/lib/identity/commands/sign-in'
import { PERIOD, stepAt } from '@/lib/identity/factors/app/rules'
import { queueJob } from '@/lib/jobs/queue'
import { codeAt } from '@/testing/authenticator-apps'
import type { Databases } from '../fixtures/database'
import { giveApp, giveRecoveryCode, giveReset } from '../fixtures/factors'
import { askForCode, typeCode } from '../fixtures/joining'
import { expect, test } from '../fixtures/test'

/** Signed in by code: a second factor is awaited. */
const half = async ({ app }: Databases, { id }: { id: string }) => ({
  token: await openSession(app, id, 'Test', new Date()),
})

/** A phone: codes that it has not shown yet, one half minute after the other, as soon as they are taken. */
function phoneOf(secret: Uint8Array) {
  let last = 0
  return () => {
    last = Math.max(last + 1, stepAt(new Date()))
    return codeAt(secret, new Date(last * PERIOD * 1000))
  }
}

async function setUpApp(page: Page) {
  const key = String(await page.getByText(/^([A-Z2-7]{4} ){7}[A-Z2-7]{4}$/).textContent())
  const phone = phoneOf(new ScureBase32Plugin().decode(key.replaceAll(' ', '')))
  await page.getByLabel('Then type the six digits it shows').fill(phone())
  await page.getByRole('button', { name: 'Finish the setup' }).click()
  await page.getByRole('button', { name: 'Show my ten codes' }).click()
  await expect(page.getByRole('heading', { name: 'Your recovery codes' })).toBeVisible()
  const codes = await page
    .getByRole('listitem')
    .filter({ hasText: /^[0-9A-Z]{5}-[0-9A-Z]{5}$/ })
    .allTextContents()
  expect(codes).toHaveLength(10)
  return { phone, codes }
}

async function typeAppCode(page: Page, code: string) {
  await page.getByLabel('Six digits from your app').fill(code)
  await page.getByRole('button', { name: 'Confirm', exact: true }).click()
}

async function typeRecoveryCode(page: Page, code: string) {
  await page.getByText('Use a recovery code', { exact: true }).click()
  await page.getByLabel('Recovery code', { exact: true }).fill(code)
  await page.getByRole('button', { name: 'Sign in with this code' }).click()
}

test('a reviewer enrols an app, signs in with it, and once with each recovery code', async ({
  people,
  enter,
  database,
  mailbox,
}) => {
  const { actor, email } = await people.reviewer()
  const first = await enter()
  await first.goto('/staff/reviews')
  await askForCode(first, email)
  await typeCode(first, (await mailbox.code(email)).code)
  await first.waitForURL('**/staff/factors/enrol**')
  await first.getByRole('button', { name: 'Set up an app' }).click()
  await first.waitForURL('**/staff/factors/authenticator**')
  await first.getByLabel('Then type the six digits it shows').fill('000 000')
  await first.getByRole('button', { name: 'Finish the setup' }).click()
  await expect(first.getByText('That code is not right.').first()).toBeVisible()
  const { phone, codes } = await setUpApp(first)
  await first.getByRole('link', { name: 'I have kept them, go on' }).click()
  await first.waitForURL('**/staff/reviews')

  const second = await enter(await half(database, actor))
  await second.goto('/staff/reviews')
  await second.waitForURL('**/staff/factors/show**')
  const code = phone()
  await typeAppCode(second, code)
  await second.waitForURL('**/staff/reviews')

  const third = await enter(await half(database, actor))
  await third.goto('/staff/factors/show')
  await typeAppCode(third, code)
  await expect(third.getByText('This code has been used.').first()).toBeVisible()
  await typeRecoveryCode(third, String(codes[0]).toLowerCase().replace('-', ' '))
  await third.waitForURL('**/staff/reviews')
  expect((await mailbox.mail(email, 'A recovery code was used')).text).toMatch(/Codes left\s+9/)

  const fourth = await enter(await half(database, actor))
  await fourth.goto('/staff/factors/show')
  await typeRecoveryCode(fourth, String(codes[0]))
  await expect(fourth.getByText('This recovery code has been used already.').first()).toBeVisible()
  await fourth.goto('/staff/reviews')
  await expect(fourth).toHaveURL(/\/staff\/factors\/show/)
})

test('without JavaScript an app is enrolled, its ten codes are shown, and one of them signs in', async ({
  people,
  enter,
  database,
}) => {
  const { actor } = await people.desk()
  const plain = { javaScriptEnabled: false }
  const page = await enter(await half(database, actor), plain)
  await page.goto('/staff/factors/enrol')
  await page.getByRole('button', { name: 'Set up an app' }).click()
  const { codes } = await setUpApp(page)
  await page.getByRole('link', { name: 'I have kept them, go on' }).click()
  await expect(page).toHaveURL(/\/staff\/desk$/)
  const again = await enter(await half(database, actor), plain)
  await again.goto('/staff/factors/show')
  await typeRecoveryCode(again, String(codes[7]))
  await expect(again).toHaveURL(/\/staff\/desk$/)
})

test('when three codes are left there is a word, and ten new ones void the old', async ({
  people,
  enter,
  database,
}) => {
  const reviewer = await people.reviewer()
  await giveApp(database.app, reviewer.actor)
  await giveRecoveryCode(database.app, reviewer.actor)
  const page = await enter(reviewer)
  await page.goto('/staff/factors')
  await expect(page.getByText('There is one left.')).toBeVisible()
  await page.getByRole('link', { name: 'Make ten new codes' }).click()
  await page.getByRole('button', { name: 'Make ten new codes' }).click()
  await expect(page.getByRole('heading', { name: 'Your recovery codes' })).toBeVisible()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save as a file' }).click(),
  ])
  expect(download.suggestedFilename()).toBe('LUMIX PRO recovery codes.txt')
  await page.getByRole('link', { name: 'I have kept them, go on' }).click()
  await expect(page.getByText('You have 10 left.')).toBeVisible()
  const old = await enter(await half(database, reviewer.actor))
  await old.goto('/staff/factors/show')
  await typeRecoveryCode(old, 'ABCDE-12345')
  await expect(old.getByText('That is none of your recovery codes.').first()).toBeVisible()
})

test('staff who lost every factor ask, a second person confirms, and a day later they enrol again', async ({
  people,
  enter,
  database,
  mailbox,
}) => {
  const [{ actor, email }, admin] = [await people.reviewer(), await people.admin()]
  await giveApp(database.app, actor)
  const lost = await enter(await half(database, actor))
  await lost.goto('/staff/factors/show')
  await lost.getByText('I have lost it').click()
  await lost.getByRole('button', { name: 'Ask to remove my factors' }).click()
  await expect(lost.getByText('We have told all administrators.')).toBeVisible()
  await expect(lost.getByText('until then nothing happens')).toBeVisible()
  await mailbox.mail(email, 'Somebody asked to remove your sign-in factors')
  const notice = await mailbox.mail(admin.email, 'Lost factor: a confirmation is needed')
  expect(notice.text).toContain(email)

  const page = await enter(admin)
  await page.goto('/staff/admin/staff')
  await page.getByRole('link', { name: email }).first().click()
  await page.getByRole('button', { name: 'Confirm the loss' }).click()
  await expect(page.getByText('The factors are removed in 24 hours')).toBeVisible()
  await mailbox.mail(email, 'Your sign-in factors will be removed in 24 hours')

  await database.rows(
    `update factor_resets set asked_at = asked_at - interval '1 day', confirmed_at = confirmed_at - interval '1 day'
      where account_id = $1`,
    actor.id,
  )
  await queueJob(database.app, 'carry-out-factor-resets', {})
  await mailbox.mail(email, 'Your sign-in factors were removed')
  await lost.goto('/staff/factors/show')
  await expect(lost).toHaveURL(/\/sign-in/)

  const enrolling = await enter(await half(database, actor))
  await enrolling.goto('/staff/reviews')
  await enrolling.waitForURL('**/staff/factors/enrol**')
  await enrolling.getByRole('button', { name: 'Set up an app' }).click()
  await setUpApp(enrolling)
  await page.reload()
  await expect(page.getByText('Removed on').first()).toBeVisible()
})

test('an admin asks for somebody, cannot confirm it in a second tab, and the person cancels by one press', async ({
  people,
  enter,
  database,
  mailbox,
}) => {
  const [reviewer, admin] = [await people.reviewer(), await people.admin()]
  await giveApp(database.app, reviewer.actor)
  const page = await enter(admin)
  await page.goto(`/staff/admin/staff/${reviewer.actor.id}`)
  const section = page.locator('#lost-factor')
  await section.getByRole('button', { name: 'Ask for the removal' }).click()
  await expect(section.getByText('Please fill this in.').first()).toBeVisible()
  await section.getByLabel('Reason').fill('The phone fell into the Elbe')
  await section.getByRole('button', { name: 'Ask for the removal' }).click()
  await expect(section.getByText('Asked. All administrators have been told')).toBeVisible()
  const tab = await page.context().newPage()
  await tab.goto(`/staff/admin/staff/${reviewer.actor.id}`)
  await expect(tab.getByText('another administrator confirms it')).toBeVisible()
  await expect(tab.getByRole('button', { name: 'Confirm the loss' })).toHaveCount(0)

  const person = await enter(await half(database, reviewer.actor))
  await person.goto('/staff/factors/show')
  await expect(person.getByText('An administrator asked for your factors to be removed')).toBeVisible()
  await person.getByRole('button', { name: 'Cancel' }).click()
  await expect(person.getByText('Your factors stay as they are.')).toBeVisible()
  await mailbox.mail(admin.email, 'Lost factor: cancelled')
})

test('using a factor cancels a reset that somebody else requested', async ({
  people,
  enter,
  database,
  mailbox,
}) => {
  const { actor, email } = await people.reviewer()
  const secret = await giveApp(database.app, actor)
  await giveReset(database.app, actor)
  const page = await enter(await half(database, actor))
  await page.goto('/staff/factors/show')
  await typeAppCode(page, codeAt(secret, new Date()))
  await page.waitForURL('**/staff/reviews')
  await mailbox.mail(email, 'Your sign-in factors stay')
})
