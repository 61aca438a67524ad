import { randomBytes } from 'node:crypto'
import type { Page } from '@playwright/test'
import { saveRegistrationDraft } from '@/lib/registrations/commands/draft'
import { documentBytes } from '@/testing/invoices'
import { axeFindings } from './fixtures/axe'
import { closeAfterwards } from './fixtures/browsers'
import type { MemberPerson } from './fixtures/people'
import { expect, test } from './fixtures/test'

const MB = 1024 * 1024
const INVOICE = '/account/registrations/new/invoice'
const line = {
  model: 'DC-S5M2',
  serial: 'UK8SU293750',
  purchasedOn: '2025-12-19',
  dealer: 'Fotohaus Brillmoser',
}

/** A file that nobody has sent before. */
const newPdf = (size = 3000) =>
  Buffer.concat([
    documentBytes('a01.pdf'),
    Buffer.from(`\n%${randomBytes(8).toString('hex')}\n`),
    Buffer.alloc(size, 37),
  ])
const file = (buffer = newPdf(), name = 'invoice.pdf', mimeType = 'application/pdf') => ({
  name,
  mimeType,
  buffer,
})
const picker = (page: Page) => page.getByLabel('Choose a file')
const arrived = (page: Page) => page.getByRole('heading', { name: 'This file is with us' })
const alert = (page: Page) => page.locator('form[action^="/uploads"]').getByRole('alert')

let member: MemberPerson
test.beforeEach(async ({ people, database }) => {
  member = await people.member()
  await saveRegistrationDraft(member.actor, [line], new Date(), database.app)
})

/** The upload page, ready for a file. */
async function open(page: Page) {
  await page.goto(INVOICE)
  await expect(page.getByText('Drop the file here')).toBeVisible() // the form has come to life
}

/** From now on the browser sends this many bytes a second; `lift()` lets it go on as fast as it can. */
async function slow(page: Page, uploadThroughput = MB) {
  closeAfterwards(page)
  const devtools = await page.context().newCDPSession(page)
  const network = (bytes: number) =>
    devtools.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: 0,
      downloadThroughput: -1,
      uploadThroughput: bytes,
    })
  await network(uploadThroughput)
  return { lift: () => network(-1) }
}

const invoicesOf = (
  database: { rows: (text: string, ...values: unknown[]) => Promise<object[]> },
  { actor }: MemberPerson,
) => database.rows('select file_name, bytes, state from invoices where member_id = $1', actor.ownMemberId)

test('what we cannot take is refused in words, before a byte is sent', async ({ enter }) => {
  const page = await enter(member)
  await open(page)
  let sent = 0
  page.on('request', (request) => {
    if (request.url().includes('/uploads')) sent++
  })
  const heic = Buffer.from('\0\0\0\x18ftypheic\0\0\0\0')
  const refused: [ReturnType<typeof file>, RegExp][] = [
    [file(heic, 'IMG_0001.HEIC', 'image/heic'), /HEIC.*Most Compatible/],
    [file(Buffer.from('<?xml version="1.0"?>'), 'xrechnung.xml', 'text/xml'), /XML e-invoices yet/],
    [file(Buffer.from('hello'), 'invoice.txt', 'text/plain'), /We take PDF, JPEG and PNG/],
    [file(Buffer.from('hello'), 'invoice.pdf'), /renaming is not enough/],
    [file(Buffer.alloc(0)), /empty/],
    [file(newPdf(15 * MB)), /larger than 15 MB/],
  ]
  for (const [wrong, sentence] of refused) {
    await picker(page).setInputFiles(wrong)
    await expect(alert(page)).toHaveText(sentence)
  }
  expect(sent).toBe(0)
})

test('an upload shows how far it is, can be cancelled, and be sent after all', async ({
  enter,
  database,
}) => {
  const page = await enter(member)
  await open(page)
  const network = await slow(page)
  await picker(page).setInputFiles(file(newPdf(12 * MB)))
  await expect(page.getByRole('progressbar', { name: 'Sending invoice.pdf' })).toBeVisible()
  await expect(page.getByText(/[1-9]\d? % of 12 MB/)).toBeVisible()
  expect(await axeFindings(page)).toEqual([])

  await page.getByRole('button', { name: 'Cancel' }).press('Enter')
  await expect(page.getByText(/invoice.pdf was not sent/)).toBeVisible()
  await expect(page.locator('form[action^="/uploads"]')).toBeFocused() // keyboard focus stays here
  expect(await invoicesOf(database, member)).toEqual([])

  await network.lift()
  await page.getByRole('button', { name: 'Send it again' }).click()
  await expect(arrived(page)).toBeVisible()
  expect(await invoicesOf(database, member)).toHaveLength(1)
})

test('the file field is reached and used by keyboard, and the page has no finding', async ({ enter }) => {
  const page = await enter(member)
  await open(page)
  for (let presses = 0; presses < 30; presses++) {
    await page.keyboard.press('Tab')
    if (await picker(page).evaluate((input) => input === document.activeElement)) break
  }
  await expect(picker(page)).toBeFocused()
  expect(await axeFindings(page)).toEqual([])
})

test.describe('without JavaScript', () => {
  test('the form posts by itself and comes back to the page', async ({ enter, database }) => {
    const page = await enter(member, { javaScriptEnabled: false })
    await page.goto(INVOICE)
    await page.locator('input[type=file]').first().setInputFiles(file())
    await page.getByRole('button', { name: 'Send the file' }).click()
    await expect(page).toHaveURL(new RegExp(`${INVOICE}\\?file=[0-9a-f-]{36}$`))
    await expect(page.getByText('invoice.pdf')).toBeVisible()
    expect(await invoicesOf(database, member)).toHaveLength(1)
  })

  test('what was wrong is said on the page', async ({ enter }) => {
    const page = await enter(member, { javaScriptEnabled: false })
    await page.goto(INVOICE)
    const send = () => page.getByRole('button', { name: 'Send the file' }).click()
    await send()
    await expect(alert(page)).toHaveText(/No file was chosen/)
    await page
      .locator('input[type=file]')
      .first()
      .setInputFiles(file(Buffer.from('hello')))
    await send()
    await expect(alert(page)).toHaveText(/renaming is not enough/)
    await page
      .locator('input[type=file]')
      .first()
      .setInputFiles(file(newPdf(16 * MB)))
    await send()
    await expect(alert(page)).toHaveText(/larger than 15 MB/)
  })
})
