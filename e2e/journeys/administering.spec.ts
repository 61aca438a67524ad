import { expect, test } from '../fixtures/test'

test('an admin finds a member by number, opens the record, and stands in the log for it', async ({
  people,
  enter,
}) => {
  const member = await people.member({ firstName: 'Lucía', surname: 'Muestrario Peña' })
  const page = await enter(await people.admin())
  await page.goto('/staff/admin')
  await page.getByLabel('Find a member').fill(member.number.toLowerCase())
  await page.getByRole('button', { name: 'Find' }).click()
  await page.getByRole('link', { name: 'Lucía Muestrario Peña' }).click()
  await expect(page.getByRole('heading', { name: 'Lucía Muestrario Peña' })).toBeVisible()
  await expect(page.getByText(member.email)).toBeVisible()
  await page.goto(`/staff/admin/log?number=${member.number}`)
  await expect(page.getByRole('cell', { name: 'member.read' })).toBeVisible()
  await expect(page.getByText(member.email)).toHaveCount(0)
})

test('a search that finds nobody says so, and what to try', async ({ people, enter }) => {
  const page = await enter(await people.admin())
  await page.goto('/staff/admin?q=LP-00000-00000')
  await expect(page.getByText('Nobody was found.')).toBeVisible()
})

test('a member at the address of a staff page finds nothing there', async ({ people, enter }) => {
  const page = await enter(await people.member())
  for (const path of ['/staff/admin', '/staff/admin/log', '/staff/reviews', '/staff/desk']) {
    const answer = await page.goto(path)
    expect([path, answer?.status()]).toEqual([path, 404])
  }
})
