import type { Page } from '@playwright/test'
import { expect, test } from '../fixtures/test'

const INVOICE = 'e2e/documents/a06.pdf'

type Line = { model: string; serial: string; purchasedOn?: string; dealer?: string }

/** Fills in the nth product of the list, as a person does: field by field. */
async function fillLine(page: Page, nth: number, line: Line) {
  const product = page.getByRole('group', { name: `Product ${nth}` })
  await product.getByLabel('Model').fill(line.model)
  await product.getByLabel('Serial number').fill(line.serial)
  if (line.purchasedOn) await product.getByLabel('Purchase date').fill(line.purchasedOn)
  if (line.dealer) await product.getByLabel('Dealer').fill(line.dealer)
}

const toInvoice = (page: Page) => page.getByRole('button', { name: 'Continue to the invoice' }).click()
const onInvoice = { purchasedOn: '2025-10-22', dealer: 'Ottica Vellutina S.r.l.' }

test('a stack of equipment on one real invoice is registered in three steps', async ({ people, enter }) => {
  const page = await enter(await people.member({ firstName: 'Gaia', surname: 'Esempioni' }))
  await page.goto('/account/products/new')
  await fillLine(page, 1, { model: 's1h', serial: 'MV0MP685322', ...onInvoice })
  await page.getByRole('button', { name: 'Add another product' }).click()
  await fillLine(page, 2, { model: 'S-E70200', serial: 'pd1pf 692769' })
  await page.getByRole('button', { name: 'Add another product' }).click()
  await fillLine(page, 3, { model: '16-35', serial: 'WW6BZ067495' })
  await toInvoice(page)

  await expect(page).toHaveURL('/account/products/new/invoice')
  await page.locator('input[type=file]').first().setInputFiles(INVOICE)
  await expect(page.getByText('This file is with us')).toBeVisible()
  await page.getByRole('link', { name: 'Continue and check' }).click()
  await page.getByRole('button', { name: 'Send all 3' }).click()

  await expect(page.getByRole('heading', { name: 'We have your 3 products' })).toBeVisible()
  await page.goto('/account')
  await expect(page.getByText('0 of 3 verified, 3 in review')).toBeVisible()
  await page.goto('/account/products')
  for (const name of ['LUMIX S1H', 'LUMIX S PRO 70-200mm F2.8 O.I.S.', 'LUMIX S PRO 16-35mm F4'])
    await expect(page.getByText(name).first()).toBeVisible()
})

test('what was typed survives a reload, even before anything was sent', async ({ people, enter }) => {
  const page = await enter(await people.member())
  await page.goto('/account/products/new')
  await fillLine(page, 1, { model: 'S5 II', serial: 'UK8SU293750', ...onInvoice })
  await expect(page.getByText('What you typed is saved.')).toBeVisible()
  await page.reload()
  const product = page.getByRole('group', { name: 'Product 1' })
  await expect(product.getByLabel('Model')).toHaveValue('S5 II')
  await expect(product.getByLabel('Serial number')).toHaveValue('UK8SU293750')
  await expect(product.getByLabel('Dealer')).toHaveValue(onInvoice.dealer)
})

test('the network is cut in the middle of an upload; after a reload it is finished', async ({
  people,
  enter,
}) => {
  const page = await enter(await people.member())
  await page.goto('/account/products/new')
  await fillLine(page, 1, { model: 'S5 II', serial: 'UK8SU293751', ...onInvoice })
  await toInvoice(page)
  await page.waitForURL('**/invoice')

  await page.route('**/uploads**', async (route) => {
    await page.context().setOffline(true)
    await route.abort('internetdisconnected')
  })
  await page.locator('input[type=file]').first().setInputFiles('e2e/documents/a19.jpg')
  await expect(page.getByText(/connection was lost/)).toBeVisible()
  await page.context().setOffline(false)
  await page.unroute('**/uploads**')
  await page.reload()

  await page.locator('input[type=file]').first().setInputFiles('e2e/documents/a19.jpg')
  await expect(page.getByText('This file is with us')).toBeVisible()
  await page.getByRole('link', { name: 'Continue and check' }).click()
  await page.getByRole('button', { name: 'Send', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'We have your product' })).toBeVisible()
})

test('a lens of another maker is declined by name, and nothing else typed is lost', async ({
  people,
  enter,
}) => {
  const page = await enter(await people.member())
  await page.goto('/account/products/new')
  await fillLine(page, 1, { model: 'Sigma 24-70mm F2.8', serial: '55512345', ...onInvoice })
  await toInvoice(page)
  await expect(page.locator('main form').getByRole('alert')).toContainText('Sigma is another maker')
  await expect(page.getByRole('group', { name: 'Product 1' }).getByLabel('Serial number')).toHaveValue(
    '55512345',
  )
})

test('what is not an invoice we can read is refused with the limit it broke', async ({ people, enter }) => {
  const page = await enter(await people.member())
  await page.goto('/account/products/new')
  await fillLine(page, 1, { model: 'S5 II', serial: 'UK8SU293752', ...onInvoice })
  await toInvoice(page)
  await page.waitForURL('**/invoice')
  const choose = (name: string, mimeType: string, buffer: Buffer) =>
    page.locator('input[type=file]').first().setInputFiles({ name, mimeType, buffer })
  await choose('big.pdf', 'application/pdf', Buffer.alloc(15 * 1024 * 1024 + 1, '%PDF-1.7'))
  await expect(page.getByText('This file is larger than 15 MB.')).toBeVisible()
  await page.reload()
  await choose('photo.heic', 'image/heic', Buffer.from('ftypheic'))
  await expect(page.getByText(/HEIC format/)).toBeVisible()
})
