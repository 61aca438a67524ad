// Every page of the build, as somebody who may see it: guarded by its headers, quiet on the network and in the console,
// without an accessibility finding in both themes, on a phone and on a desk; in German on a phone, where words are longest
// and space is shortest.
import type { Page } from '@playwright/test'
import { sendDocument } from '@/testing/invoices'
import { fillDraft, lineOf } from '@/testing/registrations'
import { giveApp, giveRecoveryCode, giveReset } from '../fixtures/factors'
import { expect, setting, signIn, test } from '../fixtures/test'
import { pages } from '../matrix/pages'
import { ACTORS, type ActorName, makeWorld, type World } from '../matrix/world'
import { GUARDED, guardsOf, listen } from './guards'
import { beginOnPhone, LOCALES, lookAround } from './look'

type Stop = { name: string; as: ActorName; at: (world: World) => string | Promise<string>; status?: number }

/** The pages of the table of who may what, each as the last of those to whom it is shown. */
const table: Stop[] = Object.entries(pages).map(([name, { at, who }]) => ({
  name,
  at,
  as: ACTORS.findLast((actor) => who[actor] === 'shown') ?? 'signedOut',
}))

const registered =
  (state: 'verified' | 'refused' | 'needs_attention' | 'withdrawn', more = {}) =>
  async (world: World) => {
    const waits = { waitingSince: null, ...more }
    return `/account/registrations/${(await world.registration({ state, ...waits })).id}`
  }

const inStatus =
  (status: string) =>
  async ({ portal, member }: World) => {
    const granted = status === 'black' ? 'black' : null
    await portal.rows(
      'update memberships set status = $2, granted = $3 where member_id = $1',
      member.actor.ownMemberId,
      status,
      granted,
    )
    return '/account/card'
  }

/** The reviewer has an app and a recovery code, and has asked for their removal. */
async function losing({ portal, reviewer: { actor } }: World) {
  await giveApp(portal.app, actor)
  await giveRecoveryCode(portal.app, actor)
  await giveReset(portal.app, actor)
  return actor
}

/** Pages that look different when something else is on them. */
const states: Stop[] = [
  { name: 'the front page of a member', as: 'member', at: () => '/' },
  { name: 'a page that is not there', as: 'signedOut', at: () => '/nothing-here', status: 404 },
  { name: 'a page that is not a member’s', as: 'member', at: () => '/staff/admin', status: 404 },
  { name: 'a page to sign in first', as: 'signedOut', at: () => '/sign-in?next=/account' },
  { name: 'a better file is asked for', as: 'member', at: registered('needs_attention') },
  { name: 'refused', as: 'member', at: registered('refused') },
  { name: 'refused after an appeal', as: 'member', at: registered('refused', { appealedAt: new Date() }) },
  { name: 'verified', as: 'member', at: registered('verified') },
  { name: 'withdrawn', as: 'member', at: registered('withdrawn') },
  ...['silver', 'gold', 'platinum', 'black'].map(
    (status): Stop => ({ name: `a ${status} card`, as: 'member', at: inStatus(status) }),
  ),
  {
    name: 'a list with its file',
    as: 'member',
    at: async ({ portal, member }) => {
      await sendDocument(portal.app, member.actor)
      const [file] = await portal.rows<{ id: string }>(
        'select id from invoices where member_id = $1',
        member.actor.ownMemberId,
      )
      await fillDraft(portal.app, member.actor, [lineOf(), lineOf({ model: 'S-R2060' })], file?.id)
      return '/account/registrations/new/invoice'
    },
  },
  {
    name: 'a list with something wrong',
    as: 'member',
    at: async ({ portal, member }) => {
      await fillDraft(portal.app, member.actor, [lineOf({ model: 'Sigma 24-70' }), lineOf({ serial: '1' })])
      return '/account/registrations/new'
    },
  },
  {
    name: 'a lost factor, as an admin decides about it',
    as: 'admin',
    at: async (world) => `/staff/admin/staff/${(await losing(world)).id}`,
  },
  {
    name: 'a lost factor, while its owner waits',
    as: 'reviewer',
    at: async (world) => {
      await losing(world)
      return '/staff/factors/show'
    },
  },
  { name: 'a queue page that is empty', as: 'reviewer', at: () => '/staff/reviews?page=40' },
  { name: 'a search that finds nobody', as: 'admin', at: () => '/staff/admin/members?q=nobody-of-this-name' },
]

test.describe.configure({ mode: 'parallel' })

for (const { name, as, at, status = 200 } of [...table, ...states])
  test(name, async ({ database, pageIn }) => {
    const url = setting('PORTAL_URL')
    const world = await makeWorld({
      ...database,
      url,
      settings: { STORAGE_FOLDER: setting('STORAGE_FOLDER') },
    })
    const path = await at(world)
    for (const locale of LOCALES) {
      const page = await pageIn(locale)
      await beginOnPhone(page)
      await enterAs(page, await world.who(as))
      const { strays, complaints, stop } = listen(page, url, path)
      const answer = await page.goto(path)
      if (!answer) throw new Error(`${path} does not answer.`)
      expect.soft(answer.status(), path).toBe(status)
      expect.soft(await guardsOf(answer), path).toEqual(GUARDED)
      expect.soft(await page.locator('html').getAttribute('lang'), path).toBe(locale)
      await lookAround(page, `${path} in ${locale}`, locale)
      stop()
      expect.soft(strays, `${path} asks nobody else`).toEqual([])
      expect.soft(complaints, `${path} has nothing to complain about`).toEqual([])
    }
  })

/** Signs out whoever was signed in before. */
async function enterAs(page: Page, person?: { token: string }) {
  await page.context().clearCookies()
  if (person) await signIn(page.context(), person)
}

const NO_PAGE = ['/healthz', '/readyz', '/uploads', `/files/${crypto.randomUUID()}/1`]

test('what is no page has its own guard', async ({ request }) => {
  for (const path of NO_PAGE) {
    const headers = (await request.get(path)).headers()
    expect
      .soft(headers['content-security-policy'], path)
      .toMatch(/default-src 'none'.*frame-ancestors 'none'/)
    expect.soft(headers['x-content-type-options'], path).toBe('nosniff')
    expect.soft(headers['referrer-policy'], path).toBe('same-origin')
  }
})

test('an upload’s answer and a page’s image are private, and run nothing', async ({
  enter,
  database,
  people,
}) => {
  const member = await people.member()
  const { id } = await sendDocument(database.app, member.actor)
  const ready = () => database.rows('select state from invoices where id = $1', id)
  await expect.poll(ready, { timeout: 30_000 }).toEqual([{ state: 'ready' }])
  const { request } = (await enter(member)).context()
  const image = await request.get(`/files/${id}/1`)
  const file = { name: 'a.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7 nothing') }
  const origin = { origin: setting('PORTAL_URL'), accept: 'application/json' }
  const upload = await request.post('/uploads?for=draft', { multipart: { file }, headers: origin })
  expect([image.status(), image.headers()['content-type']]).toEqual([200, 'image/webp'])
  expect(upload.status()).toBe(201)
  for (const answer of [image, upload]) {
    const headers = answer.headers()
    expect(headers['cache-control']).toBe('private, no-store')
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/)
    expect(headers['content-security-policy']).toContain("default-src 'none'")
  }
})
