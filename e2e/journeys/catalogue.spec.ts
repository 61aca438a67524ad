import { readFileSync } from 'node:fs'
import { berlinDate } from '@/lib/time'
import { someFacts } from '@/testing/catalogue'
import { aRegistration } from '@/testing/reviews'
import { expect, test } from '../fixtures/test'

// One after the other: they change one catalogue, and an import is refused when somebody else has changed it meanwhile.
test.describe.configure({ mode: 'default' })

const HERE = '/staff/admin/programme/catalogue'

test('an admin adds a product, which members’ search finds at once, and takes it out again', async ({
  people,
  enter,
}) => {
  const { name, modelNumber } = someFacts()
  const page = await enter(await people.admin())
  await page.goto('/staff/admin/programme')
  await page.getByRole('link', { name: 'Open the catalogue' }).click()
  await page.getByRole('link', { name: 'Add a product' }).click()
  await page.getByLabel('Model number').fill(modelNumber)
  await page.getByLabel('Name', { exact: true }).fill('LUMIX S5 II')
  await page.getByLabel('Camera').check()
  await page.getByLabel('How sure we are').fill('verified')
  await page.getByRole('button', { name: 'Add the product' }).click()
  await expect(page.getByText('already names another product: LUMIX S5II, DC-S5M2').first()).toBeVisible()
  await expect(page.getByLabel('Model number')).toHaveValue(modelNumber)
  await page.getByLabel('Name', { exact: true }).fill(name)
  await page.getByRole('button', { name: 'Add the product' }).click()
  await expect(page.getByText('Members’ search finds it from now on.')).toBeVisible()
  await expect(page.getByText('Never counts', { exact: true })).toBeVisible()

  const visitor = await enter()
  await visitor.goto(`/programme/equipment?m=${modelNumber}`)
  await expect(visitor.getByText(name)).toBeVisible()

  await page.getByRole('button', { name: 'Take it out of the catalogue' }).click()
  await expect(page.getByText('It is out of the catalogue.')).toBeVisible()
  await visitor.reload()
  await expect(visitor.getByText(name)).toHaveCount(0)
})

test('a model begins to count and its holder rises; it ends, and both sides read until when it counts', async ({
  people,
  enter,
  database,
}) => {
  const [member, facts] = [await people.member(), someFacts({ qualifyingFrom: null })]
  await database.rows(
    `insert into products (model_number, name, kind, mount, source) values ($1, $2, 'camera', 'L-Mount', 'x')`,
    facts.modelNumber,
    facts.name,
  )
  for (const model of [facts.modelNumber, 'S-R2060', 'S-S50'])
    await aRegistration(database.app, member.actor, { model, state: 'verified' })
  const [admin, colleague] = [await people.admin(), await people.admin()]
  const page = await enter(admin)
  await page.goto(`${HERE}?q=${facts.modelNumber}`)
  await page.getByRole('link', { name: facts.name }).click()
  await expect(page.getByText('1 member holds it verified.')).toBeVisible()
  const other = await enter(colleague)
  await other.goto(page.url())

  const today = berlinDate(new Date())
  await page.getByLabel('Counts from').fill('2026-01-01')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Saved.')).toBeVisible()
  const status = () =>
    database.rows('select status from memberships where member_id = $1', member.actor.ownMemberId)
  await expect.poll(status).toEqual([{ status: 'silver' }])

  await other.getByLabel('Mount', { exact: true }).selectOption('Another one')
  await other.getByLabel('Name of the other mount').fill('Q-Mount')
  await other.getByRole('button', { name: 'Save' }).click()
  await expect(other.getByText('Somebody has changed this product meanwhile')).toBeVisible()
  await expect(other.getByLabel('Name of the other mount')).toHaveValue('Q-Mount')
  await expect(other.getByText('Counts now')).toBeVisible()

  await page.getByLabel('Counts until').fill('2026-02-01')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('from today on at the earliest').first()).toBeVisible()
  await page.getByLabel('Counts until').fill(today)
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('It counts for them until their terms are over')).toBeVisible()

  const theirs = await enter(member)
  await theirs.goto('/account')
  await expect(theirs.getByText('One of the products that count does so until')).toBeVisible()
  await theirs.getByRole('link', { name: 'See which' }).click()
  await theirs.getByRole('link', { name: facts.name }).click()
  await expect(theirs.getByText('It counts towards your status until')).toBeVisible()
})

test('a model that members typed and the catalogue lacks becomes another name in two presses, and members’ search finds it', async ({
  people,
  enter,
}) => {
  const mark = crypto.randomUUID().slice(0, 6).replace(/\d/g, 'q')
  const [text, other] = ['S5 III', `DC-${mark.toUpperCase()}7`]
  const member = await people.member()
  const theirs = await enter(member)
  const type = async (model: string) => {
    await theirs.goto('/account/registrations/new')
    await theirs.getByLabel('Model').fill(model)
    await theirs.getByLabel('Serial number').fill('WE1AB001234')
    await theirs.getByLabel('Purchase date').fill('2026-11-01')
    await theirs.getByLabel('Dealer').fill('Foto Beispiel')
    await theirs.getByRole('button', { name: 'Continue to the invoice' }).click()
  }
  // The field says it while one types; what was sent is kept when the form has come back.
  const refused = theirs.getByText('Please look at this again:')
  for (const one of [text, other]) {
    await type(one)
    await expect(refused).toBeVisible()
  }

  const page = await enter(await people.admin())
  await page.goto(HERE)
  await page.getByRole('link', { name: 'that members typed in vain' }).click()
  const row = page.getByRole('group', { name: `About “${text}”` })
  await expect(row.getByRole('button', { name: 'It is the LUMIX S5II', exact: true })).toBeVisible()
  await row.getByRole('button', { name: 'It is the LUMIX S5II', exact: true }).click()
  await expect(page.getByText('Members’ search finds it from now on.')).toBeVisible()
  await expect(row).toHaveCount(0)
  await type(text)
  await theirs.waitForURL('**/account/registrations/new/invoice')

  await page
    .getByRole('group', { name: `About “${other}”` })
    .getByRole('link', { name: 'A new product' })
    .click()
  await expect(page.getByLabel('Model number')).toHaveValue(other)
  await page.getByLabel('Name', { exact: true }).fill(`LUMIX ${mark}`)
  await page.getByLabel('Camera').check()
  await page.getByLabel('How sure we are').fill('unconfirmed')
  await page.getByRole('button', { name: 'Add the product' }).click()
  await expect(page.getByText('Added.')).toBeVisible()
  await type(other)
  await theirs.waitForURL('**/account/registrations/new/invoice')

  await type('Teapot')
  await expect(refused).toBeVisible()
  await expect(theirs.getByText("We don't know this model").first()).toBeVisible()
  await page.goto(`${HERE}/unmatched`)
  const teapot = page.getByRole('group', { name: 'About “Teapot”' })
  await teapot.getByRole('button', { name: 'Put aside' }).click()
  await expect(page.getByText('It is put aside.')).toBeVisible()
  await expect(teapot).toHaveCount(0)
})

test('a file is looked at, mended, imported in one step, and exported again', async ({ people, enter }) => {
  const [one, two] = [someFacts(), someFacts({ aliases: ['=1+1 of this file'] })]
  const head = 'model_number;name;kind;mount;aliases;qualifying_from;qualifying_to;source'
  const row = ({ modelNumber, name, aliases }: typeof one, kind: string) =>
    `${modelNumber};${name};${kind};L-Mount;${aliases.join('|')};25.11.2026;;verified`
  const file = (...rows: string[]) => ({
    name: 'products.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(`\uFEFF${[head, ...rows].join('\r\n')}\r\n`),
  })
  const page = await enter(await people.admin())
  await page.goto(HERE)
  await page.getByRole('link', { name: 'Import a file' }).click()
  await page.getByRole('button', { name: 'See what it would do' }).click()
  await expect(page.getByText('Please choose a file.').first()).toBeVisible()
  const send = async (...rows: string[]) => {
    await page.getByLabel('File', { exact: true }).setInputFiles(file(...rows))
    await page.getByRole('button', { name: 'See what it would do' }).click()
  }
  await page
    .getByLabel('File', { exact: true })
    .setInputFiles({ name: 'large.csv', mimeType: 'text/csv', buffer: Buffer.alloc(1_000_000) })
  await expect(page.getByText('This file is too large: it may have 900 kB.')).toBeVisible()

  await send(row(one, 'camera'), row(two, 'teapot'))
  await expect(page.getByText('1 new, 0 changed, 0 unchanged, 1 error')).toBeVisible()
  await expect(page.getByText('Please say whether it is a camera or a lens.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Import' })).toHaveCount(0)

  await page.getByRole('link', { name: 'Send another file' }).click()
  await send(row(one, 'camera'), row(two, 'lens'))
  await page.getByRole('button', { name: 'Import these 2 products' }).click()
  await expect(page.getByText('The file is imported.')).toBeVisible()

  const visitor = await enter()
  await visitor.goto(`/programme/equipment?m=${two.modelNumber}`)
  await expect(visitor.getByText(two.name)).toBeVisible()

  await page.goto(HERE)
  const downloading = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Export as CSV' }).click()
  const exported = readFileSync(await (await downloading).path(), 'utf8')
  expect(exported).toContain(
    `${two.modelNumber},${two.name},lens,L-Mount,'=1+1 of this file,2026-11-25,,verified`,
  )
  await page.goto(`${HERE}/import`)
  await page.getByLabel('File', { exact: true }).setInputFiles({
    name: 'again.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(exported),
  })
  await page.getByRole('button', { name: 'See what it would do' }).click()
  await expect(page.getByText('Everything in this file is in the catalogue already.')).toBeVisible()
})
