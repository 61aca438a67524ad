import { sql } from 'drizzle-orm'
import { drawMembershipNumber } from '@/lib/memberships/number'
import { linkIn } from '../fixtures/mailbox'
import { expect, test } from '../fixtures/test'

test('a desk tries out numbers: the admins get a mail that names nobody, look into it, and write down what it was', async ({
  people,
  enter,
  database,
  mailbox,
}) => {
  const [admin, desk, member] = [await people.admin(), await people.desk(), await people.member()]
  const atDesk = await enter(desk)
  await atDesk.goto('/staff/desk')
  for (let miss = 0; miss < 5; miss++) {
    await atDesk.getByLabel('Membership number').fill(drawMembershipNumber())
    await atDesk.getByLabel('For a service that was asked for').check()
    await atDesk.getByRole('button', { name: 'Check', exact: true }).click()
    await expect(atDesk.getByText('No card has this number.')).toBeVisible()
    await atDesk.getByRole('button', { name: 'New check' }).click()
  }
  // As the worker does by itself every five minutes.
  await database.app.execute(sql`select jobs.queue_job('raise-alerts', '{}'::json)`)
  const { text, html } = await mailbox.mail(admin.email, 'Many cards that nobody has')
  for (const name of [desk.email, member.number, 'Beispielmann']) expect(text + html).not.toContain(name)

  const page = await enter(admin)
  await page.goto('/staff/admin')
  await page.getByRole('link', { name: 'Open alerts' }).click()
  const row = page.getByRole('row').filter({ hasText: desk.email }).filter({ hasText: 'Many cards' })
  await expect(row).toContainText(desk.centre)
  await page.goto(linkIn(text, '/staff/admin/alerts/'))
  await expect(page.getByRole('heading', { name: 'Many cards that nobody has' })).toBeVisible()
  await page.getByRole('link', { name: `Log: checks by ${desk.email}` }).click()
  await expect(page.getByRole('row').filter({ hasText: 'not found' })).toHaveCount(5)
  await page.goBack()
  await page.getByRole('button', { name: 'Mark as looked at' }).click()
  await expect(page.getByText('Please fill this in').first()).toBeVisible()
  await page.getByLabel('Note').fill('A trainee, confirmed with the lead')
  await page.getByRole('button', { name: 'Mark as looked at' }).click()
  await expect(page.getByRole('heading', { name: 'Looked at' })).toBeVisible()
  await expect(page.getByText('A trainee, confirmed with the lead')).toBeVisible()
  await expect(page.getByText(admin.email)).toBeVisible()
  await page.goto('/staff/admin/alerts')
  await expect(page.getByRole('heading', { name: 'Alerts' })).toBeVisible()
  await expect(row).toHaveCount(0)
})
