import { accounts } from '@/db/schema'
import { actAs } from '@/lib/auth/testing'
import type { Databases } from '../fixtures/database'
import type { People } from '../fixtures/people'
import { expect, test } from '../fixtures/test'

/** A centre with a lead and somebody else at its desk. */
async function aCentre(people: People, { app, rows }: Databases) {
  const lead = await people.desk()
  await rows('update centres set lead_id = $1 where id = $2', lead.actor.id, lead.actor.centreId)
  const email = `colleague-${crypto.randomUUID()}@example.com`
  const [made] = await app
    .insert(accounts)
    .values({ email, role: 'desk', language: 'en', centreId: lead.actor.centreId, createdAt: new Date(0) })
    .returning({ id: accounts.id })
  const colleague = await people.signedIn(await actAs(app, String(made?.id)), email)
  return { lead, colleague }
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
  for (const path of ['/staff/centre', '/staff/centre/checks'])
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
