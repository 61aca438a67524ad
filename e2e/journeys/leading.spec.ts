import { sql } from 'drizzle-orm'
import { aColleague, aList } from '@/testing/confirmations'
import type { Databases } from '../fixtures/database'
import { linkIn } from '../fixtures/mailbox'
import type { People } from '../fixtures/people'
import { expect, test } from '../fixtures/test'

/** A centre with a lead and somebody else at its desk. */
async function aCentre(people: People, { app, rows }: Databases) {
  const lead = await people.desk()
  const { centreId } = lead.actor
  await rows('update centres set lead_id = $1 where id = $2', lead.actor.id, centreId)
  await rows('update accounts set created_at = $2 where id = $1', lead.actor.id, new Date(0))
  const { email, ...actor } = await aColleague(app, centreId)
  return { lead, colleague: await people.signedIn(actor, email), centreId }
}

test('the lead sees who checked what from the centre, and no member; a colleague does not', async ({
  people,
  enter,
  database,
}) => {
  const [{ lead, colleague }, member] = [await aCentre(people, database), await people.member()]
  const atDesk = await enter(colleague)
  await atDesk.goto('/staff/desk')
  await expect(atDesk.getByRole('link', { name: 'Your centre' })).toHaveCount(0)
  await atDesk.getByLabel('Membership number').fill(member.number)
  await atDesk.getByLabel('For a service that was asked for').check()
  await atDesk.getByRole('button', { name: 'Check', exact: true }).click()
  await expect(atDesk.getByRole('heading', { name: 'Valid', exact: true })).toBeVisible()
  for (const path of ['/staff/lead', '/staff/lead/checks'])
    expect((await atDesk.goto(path))?.status()).toBe(404)

  const page = await enter(lead)
  await page.goto('/staff/desk')
  await page.getByRole('link', { name: 'Your centre' }).first().click()
  await expect(page.getByRole('heading', { name: lead.centre })).toBeVisible()
  await expect(page.getByText('Adequacy decision: A placeholder')).toBeVisible()
  await expect(page.getByRole('rowheader', { name: `${lead.email} (You)` })).toBeVisible()
  await page.getByRole('link', { name: `Checks by ${colleague.email}` }).click()
  await expect(page.getByRole('row').filter({ hasText: colleague.email })).toHaveCount(1)
  await expect(page.getByText('Found', { exact: true })).toBeVisible()
  await expect(page.locator('main')).not.toContainText(member.number)
  await expect(page.locator('main')).not.toContainText('Beispielmann')
  await page.getByLabel('Person').selectOption(lead.email)
  await page.getByRole('button', { name: 'Show' }).click()
  await expect(page.getByText('No check matches.')).toBeVisible()
})

test('the lead confirms the people of the quarter’s list, and removes one with one press, signed out at once', async ({
  people,
  enter,
  database,
  mailbox,
}) => {
  const { lead, colleague, centreId } = await aCentre(people, database)
  const theirs = await enter(colleague)
  await theirs.goto('/staff/desk')
  // The list as the worker makes it at night; another one of its jobs sends the mail.
  await database.app.execute(sql`select jobs.queue_job('ask-confirmations', '{}'::json)`)
  const { text } = await mailbox.mail(lead.email, `Who still works at ${lead.centre}?`)

  const page = await enter(lead)
  await page.goto('/staff/lead')
  await expect(page.getByText('2 people are still waiting for your answer.')).toBeVisible()
  await page.goto(linkIn(text, '/staff/lead/confirmation'))
  await expect(page.getByText('Open: 0 of 2')).toBeVisible()
  await expect(page.getByRole('button', { name: `${lead.email} is no longer here` })).toHaveCount(0)
  await page.getByRole('button', { name: `${colleague.email} is no longer here` }).click()
  await expect(page.getByText('Open: 1 of 2')).toBeVisible()
  await theirs.goto('/staff/desk')
  await expect(theirs).toHaveURL(/\/sign-in/)
  await page.getByRole('button', { name: `${lead.email} works here` }).click()
  await expect(page.getByText('Complete')).toBeVisible()

  const admin = await enter(await people.admin())
  await admin.goto(`/staff/admin/centres/${centreId}`)
  await expect(admin.getByText('Complete')).toBeVisible()
  await admin.getByRole('link', { name: 'Open the list' }).click()
  await expect(admin.getByRole('row').filter({ hasText: colleague.email })).toContainText('Removed')
  await admin.goto(`/staff/admin/staff/${colleague.actor.id}`)
  await expect(admin.getByRole('button', { name: 'Enable the account' })).toBeVisible()
})

test('an admin answers for a centre that has no lead, after four weeks overdue, and without JavaScript', async ({
  people,
  enter,
  database,
}) => {
  const { colleague, centreId } = await aCentre(people, database)
  await database.rows('update centres set lead_id = null where id = $1', centreId)
  await aList(database.owner, centreId, [colleague.actor], new Date(Date.now() - 29 * 86_400_000))
  const page = await enter(await people.admin(), { javaScriptEnabled: false })
  await page.goto(`/staff/admin/centres/${centreId}/confirmation`)
  await expect(page.getByText('Overdue: 0 of 1')).toBeVisible()
  await expect(page.getByText('This centre has no lead')).toBeVisible()
  await page.getByRole('button', { name: `${colleague.email} works here` }).click()
  await expect(page.getByText('Complete')).toBeVisible()
})

test('a centre takes the time zone of its country, until an admin chooses another', async ({
  people,
  enter,
}) => {
  const page = await enter(await people.admin())
  await page.goto('/staff/admin/centres/new')
  await page.getByLabel('Name', { exact: true }).fill(`Repairs ${crypto.randomUUID().slice(0, 8)}`)
  await page.getByLabel('City').fill('Portland')
  await page.getByLabel('Country').selectOption('US')
  await page.getByLabel('English').check()
  await page.getByRole('button', { name: 'Add the service centre' }).click()
  await expect(page.getByLabel('Time zone')).toHaveValue('America/New_York')
  await page.getByLabel('Time zone').selectOption('America/Los_Angeles')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Saved.')).toBeVisible()
  await expect(page.getByLabel('Time zone')).toHaveValue('America/Los_Angeles')
})
