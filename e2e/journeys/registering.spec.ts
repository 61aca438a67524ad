import { readFileSync } from 'node:fs'
import { aRegistration } from '@/testing/reviews'
import { closeAfterwards } from '../fixtures/browsers'
import {
  arrived,
  checkAndSend,
  choose,
  fillLine,
  INVOICE,
  listOne,
  newSerial,
  onDisk,
  PHOTO,
  product,
  toInvoice,
} from '../fixtures/registering'
import { expect, test } from '../fixtures/test'

const { purchasedOn, dealer } = INVOICE
const HERE = '/account/registrations/new'

test('a stack of equipment on one real invoice is registered in three steps', async ({ people, enter }) => {
  const page = await enter(await people.member())
  const serials = [newSerial(), newSerial(), newSerial()]
  await page.goto(HERE)
  await product(page, 1).getByLabel('Model').pressSequentially('s5m2')
  await page
    .getByRole('option')
    .filter({ hasText: /DC-S5M2$/ })
    .click()
  await expect(product(page, 1).getByLabel('Model')).toHaveValue('LUMIX S5II')
  await fillLine(page, 1, { serial: serials[0]?.toLowerCase().replace('uk8', 'uk8-'), purchasedOn, dealer })
  await page.getByRole('button', { name: 'Add another product' }).click()
  await expect(product(page, 2).getByLabel('Dealer')).toHaveValue(dealer)
  await expect(product(page, 2).getByLabel('Purchase date')).toHaveValue(purchasedOn)
  await fillLine(page, 2, { model: '20-60', serial: serials[1] })
  await page.getByRole('button', { name: 'Add another product' }).click()
  await fillLine(page, 3, { model: 'DC-S5M2', serial: serials[2] })
  await toInvoice(page)

  await choose(page, INVOICE.file)
  await expect(arrived(page)).toBeVisible()
  await checkAndSend(page, 'Send all 3')
  await expect(page.getByRole('heading', { name: 'We have your 3 products' })).toBeVisible()
  await page.goto('/account')
  await expect(page.getByText('0 of 3 verified, 3 in review')).toBeVisible()
  await page.goto('/account/registrations')
  await expect(page.getByRole('heading', { name: 'In review' })).toBeVisible()
  await expect(page.getByRole('link', { name: /LUMIX S 20-60mm/ })).toBeVisible()
})

for (const typed of ['S5 II', 's5m2', 'DC-S5M2', 'dc s5m2', 'lumix s5ii'])
  test(`"${typed}" finds the LUMIX S5II`, async ({ people, enter }) => {
    const page = await enter(await people.member())
    await page.goto(HERE)
    await product(page, 1).getByLabel('Model').pressSequentially(typed)
    await expect(page.getByRole('option').first()).toContainText('LUMIX S5II')
  })

test('what was typed survives a reload and another browser, before anything was sent', async ({
  people,
  enter,
}) => {
  const member = await people.member()
  const page = await enter(member)
  const serial = newSerial()
  await page.goto(HERE)
  await fillLine(page, 1, { model: 'S5 II', serial, purchasedOn, dealer })
  await expect(page.getByText('What you typed is saved.')).toBeVisible()
  await page.reload()
  await expect(product(page, 1).getByLabel('Serial number')).toHaveValue(serial)

  const phone = await enter(member)
  await phone.goto('/account/registrations')
  await expect(phone.getByText('You have begun to register 1 product.')).toBeVisible()
  await phone.getByRole('link', { name: 'Go on' }).click()
  await expect(product(phone, 1).getByLabel('Dealer')).toHaveValue(dealer)
})

test('what is missing is said by its field; everything else stays', async ({ people, enter }) => {
  const page = await enter(await people.member())
  await page.goto(HERE)
  await fillLine(page, 1, { model: 'S5 II', purchasedOn: '2031-03-14', dealer })
  await toInvoice(page)
  const summary = page.getByRole('main').getByRole('alert')
  await expect(summary).toContainText('Please give the serial number.')
  await expect(summary).toContainText('This date is in the future.')
  await expect(product(page, 1).getByLabel('Model')).toHaveValue('S5 II')
  await expect(product(page, 1).getByLabel('Dealer')).toHaveValue(dealer)
})

test('the network is cut in the middle of an upload; after a reload it is finished', async ({
  people,
  enter,
  database,
}) => {
  const member = await people.member()
  const page = await enter(member)
  await listOne(page)
  // A photo of 8 MB; at 2 MB a second there is time to lose the connection on the way.
  const big = onDisk('invoice.jpg', Buffer.concat([readFileSync(PHOTO), Buffer.alloc(8_000_000)]))
  closeAfterwards(page)
  const network = await page.context().newCDPSession(page)
  const throttle = { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: 2_000_000 }
  await network.send('Network.emulateNetworkConditions', throttle)
  await choose(page, big)
  await expect
    .poll(() => page.getByRole('progressbar').evaluate((bar: HTMLProgressElement) => bar.value))
    .toBeGreaterThan(0.05)
  await page.context().setOffline(true)
  await expect(page.getByRole('alert').filter({ hasText: 'The connection was lost' })).toBeVisible()
  const files = () => database.rows('select id from invoices where member_id = $1', member.actor.ownMemberId)
  expect(await files()).toEqual([])

  await page.context().setOffline(false)
  await network.detach()
  await page.reload()
  await expect(page.getByRole('heading', { name: 'One invoice for your product' })).toBeVisible()
  await choose(page, big)
  await expect(arrived(page)).toBeVisible()
  expect(await files()).toHaveLength(1)
  await checkAndSend(page)
  await expect(page.getByRole('heading', { name: 'We have your product' })).toBeVisible()
})

test('a lost upload is sent again by one press, and one under way can be cancelled', async ({
  people,
  enter,
}) => {
  const page = await enter(await people.member())
  await listOne(page)
  await page.route('**/uploads?*', (route) => route.abort('connectionreset'))
  await choose(page, PHOTO)
  await expect(page.getByText('The connection was lost while a19.jpg was on its way.')).toBeVisible()
  await page.unroute('**/uploads?*')
  await page.route('**/uploads?*', () => {}) // it never gets anywhere
  await page.getByRole('button', { name: 'Send it again' }).click()
  await page.getByRole('button', { name: 'Cancel' }).click()
  await expect(page.getByText('a19.jpg was not sent.')).toBeVisible()
  await page.unroute('**/uploads?*')
  await page.getByRole('button', { name: 'Send it again' }).click()
  await expect(arrived(page)).toBeVisible()
})

test('the same file sent twice is recognised', async ({ people, enter, database }) => {
  const member = await people.member()
  const page = await enter(member)
  await listOne(page)
  await choose(page, INVOICE.file)
  await expect(arrived(page)).toBeVisible()
  await page.getByText('Take another file instead').click()
  await choose(page, { name: 'copy.pdf', mimeType: 'application/pdf', buffer: readFileSync(INVOICE.file) })
  await expect(page.getByText('You sent this file before, as a01.pdf.')).toBeVisible()
  expect(
    await database.rows('select file_name from invoices where member_id = $1', member.actor.ownMemberId),
  ).toEqual([{ file_name: 'a01.pdf' }])
})

test('an invoice is dropped onto the page', async ({ people, enter }) => {
  const page = await enter(await people.member())
  await listOne(page)
  const bytes = [...readFileSync(INVOICE.file)]
  const files = await page.evaluateHandle((content) => {
    const transfer = new DataTransfer()
    transfer.items.add(new File([new Uint8Array(content)], 'dropped.pdf', { type: 'application/pdf' }))
    return transfer
  }, bytes)
  await page.getByText('Drop the file here').dispatchEvent('drop', { dataTransfer: files })
  await expect(arrived(page)).toBeVisible()
  await expect(page.getByText('dropped.pdf').first()).toBeVisible()
})

const refused: [string, Buffer | string, RegExp][] = [
  ['big.pdf', Buffer.alloc(15 * 1024 * 1024 + 1, '%PDF-1.7'), /larger than 15 MB/],
  ['photo.heic', '\0\0\0\x18ftypheic\0\0\0\0mif1heic', /HEIC format, which we can't open yet/],
  ['invoice.xml', readFileSync('e2e/documents/a15.xml'), /can't read XML e-invoices yet/],
  ['invoice.docx', 'PK', /We take PDF, JPEG and PNG/],
  ['invoice.png', readFileSync(INVOICE.file), /one thing and its content another/],
  ['empty.pdf', '', /This file is empty/],
]

test('a file that does not do is refused with the limit it broke', async ({ people, enter }) => {
  const page = await enter(await people.member())
  await listOne(page)
  for (const [name, content, words] of refused) {
    await choose(page, onDisk(name, content))
    await expect(page.getByRole('alert').filter({ hasText: words })).toBeVisible()
  }
  await choose(page, INVOICE.file)
  await expect(arrived(page)).toBeVisible()
})

test('an unreadable file is reported, and another one takes its place', async ({ people, enter }) => {
  const page = await enter(await people.member())
  await listOne(page)
  const broken = Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.from(crypto.randomUUID())])
  await choose(page, { name: 'broken.pdf', mimeType: 'application/pdf', buffer: broken })
  await expect(page.getByText("This file can't be read. Please choose another one.")).toBeVisible({
    timeout: 20_000,
  })
  await choose(page, INVOICE.file)
  await expect(arrived(page)).toBeVisible()
  await expect(page.getByText('Arrived and readable')).toBeVisible({ timeout: 20_000 })
})

test('equipment of another maker is declined by name, while it is typed and when it is sent', async ({
  people,
  enter,
}) => {
  const page = await enter(await people.member())
  await page.goto(HERE)
  await product(page, 1).getByLabel('Model').pressSequentially('Sigma 24-70 F2.8')
  await expect(page.getByText('Sigma is another maker.').first()).toBeVisible()
  await fillLine(page, 1, { serial: '55512345', purchasedOn, dealer })
  await toInvoice(page)
  await expect(page.getByRole('main').getByRole('alert')).toContainText('Sigma is another maker.')
  await expect(product(page, 1).getByLabel('Serial number')).toHaveValue('55512345')
})

test('yours already, registered by somebody else, looks mistyped: three different messages', async ({
  people,
  enter,
  database,
}) => {
  const [member, other] = [await people.member(), await people.member({ surname: 'Fremdling' })]
  const [mine, theirs] = [newSerial(), newSerial()]
  await aRegistration(database.app, member.actor, { serialTyped: mine })
  await aRegistration(database.app, other.actor, { serialTyped: theirs, state: 'verified' })
  const page = await enter(member)

  await page.goto(HERE)
  await fillLine(page, 1, { model: 'S5 II', serial: mine.toLowerCase(), purchasedOn, dealer })
  await toInvoice(page)
  await expect(page.getByRole('main').getByRole('alert')).toContainText('You have registered this unit')
  await expect(page.getByRole('link', { name: 'See that registration' })).toBeVisible()

  await fillLine(page, 1, { serial: '12' })
  await page.keyboard.press('Tab')
  await expect(page.getByText('This serial number looks unusual.')).toBeVisible()

  await listOne(page, { serial: theirs })
  await choose(page, INVOICE.file)
  await expect(arrived(page)).toBeVisible()
  await page.getByRole('link', { name: 'Continue and check' }).click()
  await expect(page.getByText('Somebody else has registered this unit')).toBeVisible()
  await expect(page.getByRole('main')).not.toContainText('Fremdling')
  await page.getByRole('button', { name: 'It is right, send' }).click()
  await expect(page.getByRole('heading', { name: 'We have your product' })).toBeVisible()
})

test('a registration is withdrawn after a page that asks', async ({ people, enter, database }) => {
  const member = await people.member()
  const { id } = await aRegistration(database.app, member.actor)
  const page = await enter(member)
  await page.goto(`/account/registrations/${id}`)
  await page.getByRole('link', { name: 'Withdraw this registration' }).click()
  await page.getByRole('link', { name: 'No, keep it' }).click()
  await page.getByRole('link', { name: 'Withdraw this registration' }).click()
  await page.getByRole('button', { name: 'Yes, withdraw it' }).click()
  await expect(page.getByText('You have withdrawn this registration')).toBeVisible()
  await expect(page.getByRole('list', { name: 'History' })).toContainText('You withdrew it')
  await expect(page.getByRole('link', { name: 'Withdraw this registration' })).toHaveCount(0)
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('a list, its invoice and its sending all work as plain forms', async ({ page, people, context }) => {
    const { token } = await people.member()
    await context.addCookies([{ name: 'lumix-session', value: token, url: String(process.env.PORTAL_URL) }])
    await page.goto(HERE)
    await fillLine(page, 1, { model: 's5m2', serial: newSerial(), purchasedOn, dealer })
    await page.getByRole('button', { name: 'Add another product' }).click()
    await expect(product(page, 2).getByLabel('Dealer')).toHaveValue(dealer)
    await page.getByRole('button', { name: 'Remove product 2' }).click()
    await expect(product(page, 2)).toHaveCount(0)
    await toInvoice(page)
    await page.getByRole('button', { name: 'Send the file' }).click()
    await expect(page.getByText('No file was chosen.')).toBeVisible()
    await choose(page, INVOICE.file)
    await page.getByRole('button', { name: 'Send the file' }).click()
    await expect(arrived(page)).toBeVisible()
    await checkAndSend(page)
    await expect(page.getByRole('heading', { name: 'We have your product' })).toBeVisible()
  })
})
