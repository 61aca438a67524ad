import AxeBuilder from '@axe-core/playwright'
import type { Page, Response } from '@playwright/test'
import { fillDraft, lineOf } from '@/lib/registrations/testing'
import { aRegistration } from '@/lib/reviews/testing'
import { expect, test } from '../fixtures/test'

const PUBLIC = [
  '/',
  '/programme',
  '/programme/bag',
  '/privacy',
  '/terms',
  '/join',
  '/sign-in',
  '/sign-in/code',
  '/nothing-here',
  `/sign-in/link/${crypto.randomUUID()}/K7QM2XHD`,
  `/account/email/${'x'.repeat(43)}`,
  `/c/${'x'.repeat(43)}`,
]
const MEMBER = [
  '/account',
  '/account/card',
  '/account/checks',
  '/account/profile',
  '/account/products',
  '/account/products/new',
]
const DESK = ['/staff/desk']
const REVIEWER = ['/staff/reviews', '/staff/reviews/corrections']
const ADMIN = ['/staff/admin', '/staff/admin/log']

// Many pages, each looked through for accessibility.
test.describe.configure({ timeout: 300_000 })

const LOOKS = [
  { width: 390, height: 844, colorScheme: 'light', locale: 'en-GB' },
  { width: 1440, height: 900, colorScheme: 'dark', locale: 'de-DE' },
] as const

/** What every page must be: guarded by its headers, quiet on the network and in the console, open to everybody. */
async function visit(page: Page, path: string, origin: string) {
  const strays: string[] = []
  const complaints: string[] = []
  const onRequest = (request: { url(): string }) => {
    const { url } = { url: request.url() }
    if (!/^(data|blob):/.test(url) && new URL(url).origin !== origin) strays.push(url)
  }
  // A page that is not there is a failed load to the browser's console; it says nothing else.
  const onConsole = (line: { type(): string; text(): string }) => {
    if (line.type() === 'error' && !line.text().includes('status of 404')) complaints.push(line.text())
  }
  page.on('request', onRequest)
  page.on('console', onConsole)
  const answer = (await page.goto(path)) as Response
  await page.waitForLoadState('networkidle')
  expect.soft(headersOf(answer), path).toEqual(GUARDED)
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect
    .soft(
      violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(' ')}`),
      path,
    )
    .toEqual([])
  expect
    .soft(
      await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth),
      `${path} is not wider than the window`,
    )
    .toBe(true)
  expect.soft(strays, `${path} asks nobody else`).toEqual([])
  expect.soft(complaints, `${path} has nothing to complain about`).toEqual([])
  page.off('request', onRequest)
  page.off('console', onConsole)
}

const GUARDED = {
  scripts: true,
  inline: false,
  objects: true,
  frames: true,
  base: true,
  sniffing: 'nosniff',
  referrer: 'same-origin',
  cache: true,
  requestId: true,
}

function headersOf(answer: Response) {
  const headers = answer.headers()
  const policy = Object.fromEntries(
    (headers['content-security-policy'] ?? '').split('; ').map((part) => [part.split(' ')[0], part]),
  )
  const script = policy['script-src'] ?? ''
  return {
    scripts: /'nonce-[^']{20,}'/.test(script) && script.includes("'strict-dynamic'"),
    inline: script.includes('unsafe-'),
    objects: policy['object-src'] === "object-src 'none'",
    frames: policy['frame-ancestors'] === "frame-ancestors 'none'",
    base: policy['base-uri'] === "base-uri 'none'",
    sniffing: headers['x-content-type-options'],
    referrer: headers['referrer-policy'],
    cache: /no-store/.test(headers['cache-control'] ?? '') && /private/.test(headers['cache-control'] ?? ''),
    requestId: /^[0-9a-f-]{36}$/.test(headers['x-request-id'] ?? ''),
  }
}

for (const { width, height, ...look } of LOOKS) {
  const words = `${look.colorScheme}, ${width} px, ${look.locale}`

  test(`every public page is guarded, quiet and accessible (${words})`, async ({ enter, baseURL }) => {
    const page = await enter(undefined, { viewport: { width, height }, ...look })
    for (const path of PUBLIC) await visit(page, path, String(baseURL))
  })

  test(`so is every page of a member (${words})`, async ({ enter, people, database, baseURL }) => {
    const member = await people.member()
    const { id } = await aRegistration(database.app, member.actor)
    const { id: refused } = await aRegistration(database.app, member.actor, {
      state: 'refused',
      model: 'S-S85',
    })
    const page = await enter(member, { viewport: { width, height }, ...look })
    const own = [
      `/account/products/${id}`,
      `/account/products/${refused}`,
      `/account/products/${id}/withdraw`,
    ]
    for (const path of [...MEMBER, ...own]) await visit(page, path, String(baseURL))
    await fillDraft(database.app, member.actor, [lineOf()])
    for (const path of ['/account/products/new', '/account/products/new/invoice'])
      await visit(page, path, String(baseURL))
  })

  test(`so is every page of the staff (${words})`, async ({ enter, people, database, baseURL }) => {
    const member = await people.member()
    const { invoice } = await aRegistration(database.app, member.actor)
    const options = { viewport: { width, height }, ...look }
    const desk = await enter(await people.desk(), options)
    for (const path of DESK) await visit(desk, path, String(baseURL))
    const reviewer = await enter(await people.reviewer(), options)
    for (const path of [...REVIEWER, `/staff/reviews/${invoice}`])
      await visit(reviewer, path, String(baseURL))
    const admin = await enter(await people.admin(), options)
    for (const path of [...ADMIN, `/staff/admin/members/${member.number}`])
      await visit(admin, path, String(baseURL))
  })
}

test('what is no page has its own guard', async ({ request }) => {
  for (const path of ['/healthz', '/readyz', '/uploads', `/files/${crypto.randomUUID()}/1`]) {
    const headers = (await request.get(path)).headers()
    expect.soft(headers['content-security-policy'], path).toContain("default-src 'none'")
    expect.soft(headers['x-content-type-options'], path).toBe('nosniff')
  }
})
