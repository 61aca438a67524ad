import { addDays, berlinDate } from '@/lib/time'
import { type OwnPortal, startOwnPortal } from '../fixtures/own-portal'
import { makePeople, type People } from '../fixtures/people'
import { expect, test } from '../fixtures/test'

// The terms hold for everybody, and new ones stay: so this plays on a portal of its own.
test.describe.configure({ mode: 'serial' })

let portal: OwnPortal
let people: People
let worker: ReturnType<OwnPortal['startWorker']>

test.beforeAll(async () => {
  portal = await startOwnPortal('texts')
  worker = portal.startWorker()
  people = makePeople(portal)
})
test.afterAll(async () => {
  await worker?.stop()
  await portal?.stop()
})

const at = (path: string) => `${portal.url}${path}`

test('new terms are written, published and in force; the member is asked, accepts, and is in the admin’s list', async ({
  enter,
  mailbox,
}) => {
  const [today, admin, colleague, member, other] = [
    berlinDate(new Date()),
    await people.admin(),
    await people.admin(),
    await people.member(),
    await people.member(),
  ]
  const page = await enter(admin)
  await page.goto(at('/staff/admin/programme'))
  await page.getByRole('link', { name: 'See the versions and write new ones' }).click()
  await page.getByRole('button', { name: 'New version of the terms' }).click()
  await expect(page.getByRole('heading', { name: 'As it will read' })).toBeVisible()
  const name = `j-${crypto.randomUUID().slice(0, 8)}`
  await page.getByLabel('Name of the version').fill(name)
  const english = page.getByRole('textbox', { name: 'English' })
  const german = page.getByRole('textbox', { name: 'German' })
  await english.fill('Short.\n\n## Membership\n\nAsk {nobody}.')
  await page.getByRole('button', { name: 'Save the draft' }).click()
  await expect(page.getByText('“{nobody}” is no placeholder.').first()).toBeVisible()
  await expect(english).toHaveValue(/Ask \{nobody\}/)
  await english.fill('Short.\n\n## Membership\n\nBe kind. Ask {contactEmail}.')
  await german.fill('')
  await page.getByRole('button', { name: 'Save the draft' }).click()
  await expect(page.getByText('Saved. What you see below')).toBeVisible()
  await expect(page.getByText('Be kind. Ask not set in this installation.')).toBeVisible()

  await page.getByLabel('First day').fill(addDays(today, 1))
  await page.getByLabel('Reason').fill('A new paragraph about kindness')
  await page.getByRole('button', { name: 'Publish this version' }).click()
  await expect(page.getByText('One language has no words yet.')).toBeVisible()
  await expect(page.getByLabel('Reason')).toHaveValue('A new paragraph about kindness')
  await german.fill('Kurz.\n\n## Mitgliedschaft\n\nSeien Sie freundlich.')
  await page.getByRole('button', { name: 'Save the draft' }).click()
  await expect(page.getByText('Seien Sie freundlich.').last()).toBeVisible()
  await page.getByLabel('First day').fill(addDays(today, 1))
  await page.getByLabel('Reason').fill('A new paragraph about kindness')
  await page.getByRole('button', { name: 'Publish this version' }).click()
  await expect(page.getByText('Published. The other administrators are told.')).toBeVisible()
  await expect(page.getByText('Coming', { exact: true })).toBeVisible()
  expect((await mailbox.mail(colleague.email, 'New terms of the programme')).text).toContain('kindness')

  const own = await enter(member)
  expect((await own.goto(at(`/terms/${name}`)))?.status()).toBe(404)
  await own.goto(at('/account'))
  await expect(own.getByText('There is something new to read')).toHaveCount(0)

  await portal.rows('update texts set effective_from = $2 where version = $1', name, today)
  await own.goto(at('/account'))
  await expect(own.getByText('The terms of the programme have changed.')).toBeVisible()
  await expect(own.getByRole('link', { name: 'Show my card' }).first()).toBeVisible()
  await own.getByRole('link', { name: 'Read it and go on' }).click()
  await expect(own.getByRole('link', { name: 'Read the terms' })).toHaveAttribute('href', `/terms/${name}`)
  await own.getByRole('button', { name: 'I accept the terms' }).click()
  await expect(own.getByText('Thank you. You have accepted the terms.')).toBeVisible()
  await expect(own.getByRole('link', { name })).toBeVisible()
  await own.goto(at('/account'))
  await expect(own.getByText('There is something new to read')).toHaveCount(0)
  await own.goto(at('/terms'))
  await expect(own.getByText('Be kind.')).toBeVisible()
  await own.getByRole('link', { name: 'Version 2026-11' }).click()
  await expect(own.getByText('This version no longer holds.')).toBeVisible()

  await page.reload()
  await page.getByRole('link', { name: 'See the members' }).click()
  await expect(page.getByRole('rowheader', { name: member.number })).toBeVisible()
  await page.getByRole('link', { name: /^Not yet/ }).click()
  await expect(page.getByRole('rowheader', { name: other.number })).toBeVisible()
  await expect(page.getByRole('rowheader', { name: member.number })).toHaveCount(0)
})

test('a coming version is withdrawn with a reason; one that holds cannot be', async ({ enter }) => {
  const page = await enter(await people.admin())
  await page.goto(at('/staff/admin/programme/texts'))
  await page.getByRole('button', { name: 'New version of the policy' }).click()
  await page.getByLabel('First day').fill(addDays(berlinDate(new Date()), 3))
  await page.getByLabel('Reason').fill('A mistake to come')
  await page.getByRole('button', { name: 'Publish this version' }).click()
  await expect(page.getByText('Published. The other administrators are told.')).toBeVisible()
  await page.getByLabel('Reason').fill('The mistake was seen')
  await page.getByRole('button', { name: 'Withdraw this version' }).click()
  await expect(page.getByText('Withdrawn. The other administrators are told.')).toBeVisible()
  await expect(page.getByText('The mistake was seen')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Withdraw this version' })).toHaveCount(0)
})
