import { expect, test } from '../fixtures/test'

test('a centre without a legal basis is closed at its desk, until an admin names one', async ({
  people,
  enter,
  database,
}) => {
  const desk = await people.desk()
  await database.rows(
    'update centres set legal_basis = null, adequacy_decision = null where id = $1',
    desk.actor.centreId,
  )
  const atDesk = await enter(desk)
  await atDesk.goto('/staff/desk')
  await expect(atDesk.getByText('no legal basis on record')).toBeVisible()
  await expect(atDesk.getByLabel('Membership number')).toHaveCount(0)

  const page = await enter(await people.admin())
  await page.goto(`/staff/admin/centres/${desk.actor.centreId}`)
  await expect(page.getByText('Its desk is closed')).toBeVisible()
  await page.getByLabel('Japanese').check()
  await page.getByLabel('EU or EEA').check()
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('This country is not in the EU or the EEA.').first()).toBeVisible()
  await expect(page.getByLabel('Japanese')).toBeChecked()
  await page.getByRole('radio', { name: 'Adequacy decision' }).check()
  await page.getByLabel('Name of the decision').fill('Japan, 2019')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Saved.')).toBeVisible()

  await atDesk.reload()
  await expect(atDesk.getByLabel('Membership number')).toBeVisible()
})

test('an admin adds a service centre and closes it', async ({ people, enter }) => {
  const name = `Atelier ${crypto.randomUUID().slice(0, 8)}`
  const page = await enter(await people.admin())
  await page.goto('/staff/admin')
  await page.getByRole('link', { name: 'Service centres' }).first().click()
  await page.getByRole('link', { name: 'New service centre' }).click()
  await page.getByLabel('Name', { exact: true }).fill(name)
  await page.getByLabel('City').fill('Lyon')
  await page.getByLabel('Country').selectOption('FR')
  await page.getByLabel('French').check()
  await page.getByLabel('EU or EEA').check()
  await page.getByRole('button', { name: 'Add the service centre' }).click()
  await expect(page.getByRole('heading', { name })).toBeVisible()
  await page.getByRole('button', { name: 'Close the centre' }).click()
  await expect(page.getByText('No card can be checked from it.')).toBeVisible()
})

test('looks', async ({ people, enter }) => {
  const desk = await people.desk()
  const admin = await people.admin()
  for (const [name, width, scheme, locale] of [
    ['360', 360, 'light', 'en-GB'],
    ['1440', 1440, 'dark', 'de-DE'],
  ] as const) {
    const page = await enter(admin, { viewport: { width, height: 900 }, colorScheme: scheme, locale })
    for (const [what, path] of [
      ['centres', '/staff/admin/centres'],
      ['centre', `/staff/admin/centres/${desk.actor.centreId}`],
    ]) {
      await page.goto(String(path))
      await page.screenshot({ path: `/tmp/staffwing/${what}-${name}.png`, fullPage: true })
    }
  }
})
