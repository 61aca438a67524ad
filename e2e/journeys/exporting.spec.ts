import { recordModels } from '@/lib/catalogue/commands/unmatched'
import { addDays, berlinDate } from '@/lib/time'
import { taken } from '../fixtures/csv'
import { expect, test } from '../fixtures/test'

test('the listed members are exported, with nothing that a spreadsheet would calculate', async ({
  people,
  enter,
  database,
}) => {
  const surname = `Zq${crypto.randomUUID().replace(/\d|-/g, '').slice(0, 6)}`
  const member = await people.member({ firstName: '=HYPERLINK("x")', surname, country: 'SE' })
  await people.member({ firstName: 'Åsa, "die"', surname, country: 'DE' })
  const admin = await people.admin()
  const page = await enter(admin)
  await page.goto(`/staff/admin/members?q=${surname}&country=SE`)
  const rows = await taken(page, 'Members')
  expect(rows).toMatchObject([
    {
      number: member.number,
      firstName: `'=HYPERLINK("x")`,
      surname,
      status: 'red',
      country: 'SE',
      endedOn: '',
    },
  ])
  expect(
    await database.rows(
      "select reason from log_entries where actor_id = $1 and action = 'list.exported'",
      admin.actor.id,
    ),
  ).toEqual([{ reason: 'members q country=SE' }])
  await page.goto('/staff/admin/log?action=list.exported')
  await expect(page.getByText('Members, q, country=SE').first()).toBeVisible()
})

test('every list of an administrator can be exported', async ({ people, enter, database }) => {
  await people.desk()
  const page = await enter(await people.admin())
  const lists: [string, string[]][] = [
    [
      '/staff/admin?days=365',
      ['Decisions by day and reason', 'Members by status and country', 'Checks by day and service centre'],
    ],
    ['/staff/admin/decisions', ['Decisions']],
    ['/staff/admin/staff', ['Staff']],
    ['/staff/admin/centres', ['Service centres']],
    ['/staff/reviews', ['Waiting reviews']],
    ['/staff/admin/log', ['Log']],
    ['/staff/admin/programme/countries', ['Countries']],
    ['/staff/admin/programme/reasons', ['Reasons']],
    ['/staff/admin/programme/status-rules', ['Versions of the rules']],
    ['/staff/admin/programme/services?country=DE', ['Range of services']],
    ['/staff/admin/programme/texts', ['Versions of the policy and the terms']],
  ]
  for (const [path, names] of lists) {
    await page.goto(path)
    for (const name of names) expect((await taken(page, name)).length, name).toBeGreaterThan(0)
  }
  for (const [path, name] of [
    ['/staff/admin/alerts', 'Alerts'],
    ['/staff/admin/black', 'Invitations to Black'],
    ['/staff/admin/failures', 'Failed mails'],
    ['/staff/admin/failures', 'Failed jobs'],
    ['/staff/reviews/corrections', 'Corrections'],
    ['/staff/admin/programme/translations', 'Missing translations'],
  ] as const) {
    await page.goto(path)
    await taken(page, name)
  }
  await page.goto('/staff/admin/staff')
  const [{ count } = { count: 0 }] = await database.rows<{ count: number }>(
    "select count(*)::int as count from accounts where role <> 'member'",
  )
  expect((await taken(page, 'Staff')).length).toBeGreaterThanOrEqual(count)
})

test('the rules and the services say what they said on the page, and the log what was asked', async ({
  people,
  enter,
  database,
}) => {
  const admin = await people.admin()
  const page = await enter(admin)
  await page.goto('/staff/admin/programme/status-rules')
  const rules = await taken(page, 'Versions of the rules')
  expect(rules).toContainEqual(
    expect.objectContaining({
      from: '2026-01-01',
      silverProducts: '3',
      silverCameras: '1',
      goldProducts: '6',
      goldCameras: '2',
      platinumProducts: '10',
      platinumCameras: '2',
    }),
  )
  const day = addDays(berlinDate(new Date()), 400)
  await page.goto(`/staff/admin/programme/services?country=SE&day=${day}`)
  const services = await taken(page, 'Range of services')
  expect(services).toContainEqual(
    expect.objectContaining({
      country: 'SE',
      day,
      benefit: 'Repair time',
      status: 'gold',
      en: 'Repair in 3 working days',
      ofThisCountry: 'false',
    }),
  )
  expect(
    await database.rows(
      "select reason from log_entries where actor_id = $1 and action = 'list.exported' order by id",
      admin.actor.id,
    ),
  ).toEqual([{ reason: 'status-rules' }, { reason: `services country=SE day=${day}` }])
})

test('unmatched models and acceptances of a version are exported', async ({ people, enter, database }) => {
  const member = await people.member()
  const typed = `Obscura${crypto.randomUUID().replace(/\W|\d/g, '')}`
  await recordModels(member.actor, [{ text: typed, known: false }], new Date(), database.app)
  const page = await enter(await people.admin())
  await page.goto('/staff/admin/programme/catalogue/unmatched')
  const texts = await taken(page, 'What members typed in vain')
  expect(texts).toContainEqual(expect.objectContaining({ text: typed, members: '1' }))
  await page.goto('/staff/admin/programme/texts')
  await page.getByRole('link', { name: '2026-11', exact: true }).first().click()
  await page.getByRole('link', { name: 'See the members' }).click()
  const accepted = await taken(page, 'Who has accepted a version')
  expect(accepted).toContainEqual(expect.objectContaining({ number: member.number, language: 'en' }))
  await page.getByRole('link', { name: /^Not yet/ }).click()
  await expect(page.getByRole('link', { name: /^Not yet/ })).toHaveAttribute('aria-current', 'page')
  const missing = await taken(page, 'Who has accepted a version')
  expect(missing.map(({ number }) => number)).not.toContain(member.number)
})

test('expiring memberships are exported, the soonest first', async ({ people, enter, database }) => {
  const today = berlinDate(new Date())
  const soon = await people.member({ country: 'IE' })
  const later = await people.member({ country: 'IE' })
  for (const [{ number }, days] of [
    [soon, 5],
    [later, 25],
  ] as const)
    await database.rows(
      'update memberships set starts_on = $2::date - 300, expires_on = $2 where number = $1',
      number,
      addDays(today, days),
    )
  const page = await enter(await people.admin())
  await page.goto('/staff/admin')
  await page.getByRole('link', { name: 'Expire within 30 days' }).click()
  const numbers = (await taken(page, 'Members')).map(({ number }) => number)
  expect(numbers.indexOf(soon.number)).toBeGreaterThanOrEqual(0)
  expect(numbers.indexOf(soon.number)).toBeLessThan(numbers.indexOf(later.number))
})

test('whose second factor was shown too long ago is led to show it, and nothing leaves', async ({
  people,
  enter,
  database,
}) => {
  const admin = await people.admin()
  const page = await enter(admin)
  await page.goto('/staff/admin/members?country=SE')
  await database.rows(
    "update sessions set factor_at = now() - interval '6 minutes' where account_id = $1",
    admin.actor.id,
  )
  await page.getByRole('link', { name: 'Export as CSV: Members' }).click()
  await page.waitForURL(/\/staff\/factors\//)
  expect(
    await database.rows(
      "select id from log_entries where actor_id = $1 and action = 'list.exported'",
      admin.actor.id,
    ),
  ).toEqual([])
})
