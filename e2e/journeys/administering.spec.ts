import { aRegistration } from '@/testing/reviews'
import { expect, test } from '../fixtures/test'

test('an admin finds a member by number, opens the record, and the log has it', async ({
  people,
  enter,
  database,
}) => {
  const member = await people.member({ firstName: 'Lucía', surname: 'Muestrario Peña' })
  await aRegistration(database.app, member.actor, { serialTyped: 'WE1AB001234' })
  const admin = await people.admin()
  const page = await enter(admin)
  await page.goto('/staff/admin/members')
  await page.getByLabel('Find a member').fill(member.number.toLowerCase().replace('lp-', ''))
  await page.getByRole('button', { name: 'Find' }).click()
  await page.getByRole('link', { name: 'Lucía Muestrario Peña' }).click()
  await expect(page.getByRole('heading', { name: 'Lucía Muestrario Peña' })).toBeVisible()
  for (const fact of [member.email, '17 May 1990', 'Germany', 'WE1AB001234', 'LUMIX S5II'])
    await expect(page.getByText(fact).first()).toBeVisible()
  expect(
    await database.rows(
      "select member_id from log_entries where actor_id = $1 and action = 'member.read'",
      admin.actor.id,
    ),
  ).toEqual([{ member_id: String(member.actor.ownMemberId) }])

  await page.goto('/staff/admin/log')
  await page.getByLabel('Membership number').fill(member.number)
  await page.getByRole('button', { name: 'Find' }).click()
  await expect(page.getByRole('cell', { name: 'Opened a member’s record' }).first()).toBeVisible()
  await expect(page.getByText(admin.email)).toBeVisible()
  await expect(page.getByText(member.email)).toHaveCount(0)
})

test('a member is found by address and by the beginning of a surname', async ({ people, enter }) => {
  const surname = `Zz${crypto.randomUUID().slice(0, 6).replace(/\d/g, 'q')}son`
  const member = await people.member({ firstName: 'Nora', surname })
  const page = await enter(await people.admin())
  for (const typed of [member.email.toUpperCase(), surname.slice(0, 7).toLowerCase()]) {
    await page.goto('/staff/admin/members')
    await page.getByLabel('Find a member').fill(typed)
    await page.getByRole('button', { name: 'Find' }).click()
    await expect(page.getByRole('link', { name: `Nora ${surname}` })).toBeVisible()
  }
})

test('a search that finds nobody says so, and what to try', async ({ people, enter }) => {
  const page = await enter(await people.admin())
  await page.goto('/staff/admin/members?q=LP-00000-00000')
  await expect(page.getByText('Nobody was found.')).toBeVisible()
  await page.goto('/staff/admin/log?number=LP-00000-00000')
  await expect(page.getByText('Nothing in the log matches.')).toBeVisible()
})

test('a link to a record carries the number on the card, never the internal one', async ({
  people,
  enter,
}) => {
  const member = await people.member({ surname: 'Nummernlos' })
  const page = await enter(await people.admin())
  await page.goto(`/staff/admin/members?q=${member.number}`)
  const links = await page.getByRole('main').getByRole('link').all()
  for (const link of links)
    expect(await link.getAttribute('href')).not.toMatch(new RegExp(`\\b${member.actor.ownMemberId}\\b`))
  expect((await page.goto(`/staff/admin/members/${member.actor.ownMemberId}`))?.status()).toBe(404)
})

test('an admin corrects a name, suspends and lifts, and the member reads who looked', async ({
  people,
  enter,
}) => {
  const member = await people.member({ firstName: 'Ines', surname: 'Falschname' })
  const page = await enter(await people.admin())
  const record = `/staff/admin/members/${member.number}`
  await page.goto(record)
  await page.getByRole('link', { name: 'Correct the name' }).click()
  await page.getByLabel('Surname').fill('Richtigname')
  await page.getByRole('button', { name: 'Correct the name' }).click()
  await expect(page.getByText('Please fill this in.').first()).toBeVisible()
  await page.getByLabel('Reason').fill('A typing error.')
  await page.getByRole('button', { name: 'Correct the name' }).click()
  await expect(page.getByText('The name is corrected.')).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Ines Richtigname' })).toBeVisible()

  await page.getByRole('link', { name: 'Suspend' }).click()
  await page.getByLabel('Reason').fill('The card was lent.')
  await page.getByRole('button', { name: 'Suspend the membership' }).click()
  await expect(page.getByText('The membership is suspended.')).toBeVisible()
  await expect(page.getByText('The card was lent.')).toBeVisible()
  await page.getByRole('link', { name: 'Lift the suspension' }).click()
  await page.getByLabel('Reason').fill('Sorted out.')
  await page.getByRole('button', { name: 'Lift the suspension' }).click()
  await expect(page.getByText('The suspension is lifted.')).toBeVisible()

  const own = await enter(member)
  await own.goto('/account/checks')
  await expect(own.getByText('An administrator of Panasonic').first()).toBeVisible()
})

test('an admin asks the log who read whom in a period, and takes it along', async ({ people, enter }) => {
  const member = await people.member()
  const admin = await people.admin()
  const page = await enter(admin)
  await page.goto(`/staff/admin/members/${member.number}`)
  await page.goto('/staff/admin/log')
  await page.getByLabel('Staff, by e-mail address').fill(admin.email)
  await page.getByLabel('Membership number').fill(member.number)
  await page.getByLabel('Action').selectOption({ label: 'Opened a member’s record' })
  await page.getByRole('button', { name: 'Find' }).click()
  await expect(page.getByRole('row')).toHaveCount(2)
  await expect(page.getByRole('cell', { name: 'Opened a member’s record' })).toBeVisible()
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Export as CSV' }).click()
  const file = await (await download).createReadStream()
  const text = (await file.toArray()).join('')
  expect(text).toContain(`member.read,${admin.email},admin,${member.number}`)
  expect(text.trim().split('\r\n')).toHaveLength(2)
})
