import type { Locator } from '@playwright/test'
import { logReads, mails } from '@/db/schema'
import { axeFindings } from '../fixtures/axe'
import { expect, test } from '../fixtures/test'

test('an administrator starts with figures, and each leads to the very rows it counts', async ({
  people,
  enter,
  database,
}) => {
  const desk = await people.desk()
  const [one] = [await people.member({ country: 'SK' }), await people.member({ country: 'SK' })]
  const check = {
    at: new Date(),
    actorId: desk.actor.id,
    actorRole: 'desk',
    action: 'card.checked',
    centreId: desk.actor.centreId,
    country: 'JP',
  } as const
  await database.app.insert(logReads).values([
    { ...check, memberId: one.actor.ownMemberId, hit: true },
    { ...check, hit: false },
    { ...check, hit: false },
  ])
  const page = await enter(await people.admin())
  await page.goto('/staff/admin')
  const slovakia = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: 'Slovakia' }) })
  const counted = Number(await slovakia.getByRole('link').last().textContent())
  expect(counted).toBeGreaterThanOrEqual(2)
  await slovakia.getByRole('link').last().click()
  await expect(page.getByRole('combobox', { name: 'Country' })).toHaveValue('SK')
  await expect(page.getByLabel('Standing')).toHaveValue('running')
  await expect(page.getByRole('row')).toHaveCount(counted + 1)
  await expect(page.getByText(one.number)).toBeVisible()

  await page.goto('/staff/admin')
  const centre = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: desk.centre }) })
  await centre.getByRole('link', { name: '2', exact: true }).click()
  await expect(page.getByLabel('Result')).toHaveValue('no')
  await expect(page.getByRole('row')).toHaveCount(3)

  await page.goto('/staff/admin')
  await page.getByLabel('Period').selectOption({ label: 'Last 90 days' })
  await page.getByLabel('Members of').selectOption('SK')
  await page.getByRole('button', { name: 'Show' }).click()
  await expect(page.getByRole('heading', { name: 'In the last 90 days' })).toBeVisible()
  await expect(page.getByRole('figure', { name: 'Over twelve months, Slovakia' })).toBeVisible()
  await page.getByRole('link', { name: 'New members' }).click()
  await expect(page.getByLabel('Joined from')).not.toHaveValue('')
  await expect(page.getByText(one.number)).toBeVisible()
  await page.getByRole('link', { name: 'Show everybody' }).click()
  await expect(page.getByLabel('Joined from')).toHaveValue('')
})

test('a mail and a job that failed are found from the overview, and tried again', async ({
  people,
  enter,
  database,
}) => {
  const member = await people.member()
  const failed = { accountId: member.actor.id, template: 'welcome', about: {}, state: 'failed' } as const
  await database.app.insert(mails).values(failed)
  const [job] = await database.rows<{ id: string }>(
    `select id::text from graphile_worker.add_job('disable-unused-staff', '{}', run_at => now() + interval '1 day')`,
  )
  await database.rows(
    "update graphile_worker._private_jobs set attempts = 25, last_error = 'EENVELOPE 550' where id = $1",
    job?.id,
  )
  const page = await enter(await people.admin())
  await page.goto('/staff/admin')
  await page.getByRole('link', { name: 'Failed mails' }).click()
  const mail = page.getByRole('row').filter({ hasText: member.number })
  await mail.getByRole('button', { name: 'Send again' }).click()
  await expect(page.getByText('The mail is on its way again.')).toBeVisible()
  await expect(mail).toHaveCount(0)

  const again = page.getByRole('button', { name: `Disabling unused accounts ${job?.id}` })
  await expect(page.getByRole('row').filter({ has: again })).toContainText('EENVELOPE 550')
  await expect(page.getByRole('row').filter({ has: again })).toContainText('Given up')
  await again.click()
  await expect(page.getByText('The worker tries this job again now.')).toBeVisible()
  await expect(again).toHaveCount(0)
})

test('a chart is a picture with its message in words, and has the same numbers as a table', async ({
  people,
  enter,
}) => {
  const page = await enter(await people.admin(), { javaScriptEnabled: false })
  await page.goto('/staff/admin?days=365')
  const members = page.getByRole('figure').filter({ hasText: 'Over twelve months' })
  const chart = members.getByRole('img', { name: /^Bars: members at the end of each month/ })
  await expect(chart.locator('svg')).toHaveCount(13)
  await members.getByText('The numbers as a table').click()
  const row = members.getByRole('row').filter({ has: page.getByRole('rowheader', { name: 'Today' }) })
  const [red, ...others] = await row.getByRole('cell').allTextContents()
  expect(others.pop()).toMatch(/[1-9]/)
  const today = chart.locator('svg').last()
  await expect(today.locator('title')).toHaveText(new RegExp(`^Today\n(.+\n)+Red: ${red}$`))
  const parts = today.locator('rect[fill^="url"]')
  expect(await parts.count()).toBe([red, ...others].filter((count) => count !== '0').length)
})

for (const locale of ['en-GB', 'de-DE'])
  test(`the labels below a chart keep apart at every width (${locale})`, async ({ people, enter }) => {
    const page = await enter(await people.admin(), { locale })
    for (const days of [7, 30, 90, 365]) {
      await page.goto(`/staff/admin?days=${days}`)
      const charts = page.getByRole('figure').getByRole('img')
      await expect(charts).not.toHaveCount(0)
      for (const width of [320, 360, 768, 1024, 1440]) {
        await page.setViewportSize({ width, height: 900 })
        for (const labels of await labelsBelow(charts)) {
          expect(labels.length, `${width} px, ${days} days`).toBeGreaterThan(0)
          expect(labels.at(-1)?.right, `${width} px, ${days} days`).toBeLessThanOrEqual(width)
          labels.slice(1).forEach(({ left }, index) => {
            expect(left - Number(labels[index]?.right), `${width} px, ${days} days`).toBeGreaterThan(6)
          })
        }
      }
    }
    expect(await axeFindings(page)).toEqual([])
  })

/** Where the labels below the bars of each chart that are shown at this width begin and end. */
const labelsBelow = (charts: Locator) =>
  charts.evaluateAll((drawn) =>
    drawn.map((chart) =>
      [...chart.querySelectorAll('text[data-at]')]
        .filter((label) => label.checkVisibility())
        .map((label) => {
          const { left, right } = label.getBoundingClientRect()
          return { left, right }
        }),
    ),
  )
