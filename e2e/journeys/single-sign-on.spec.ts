// Staff come by their organisation's sign-in: a portal of the same build that is set up for it, and a real provider.
import type { Page } from '@playwright/test'
import { findFreePort } from '@/bin/portal/ports'
import { actAs } from '@/lib/identity/act-as'
import { anInvitee } from '@/testing/staff'
import { ssoSettings, startProvider } from '../fixtures/oidc-provider'
import { type OwnPortal, startOwnPortal } from '../fixtures/own-portal'
import { makePeople, type People } from '../fixtures/people'
import { expect, test } from '../fixtures/test'

type Sso = { portal: OwnPortal; crowd: People; stop: () => Promise<unknown> }

let sso: Sso
test.beforeAll(async () => {
  const port = await findFreePort()
  const portal = await startOwnPortal('sso', { settings: ssoSettings(port) })
  const provider = await startProvider(port, portal.url)
  sso = { portal, crowd: makePeople(portal), stop: () => Promise.all([provider.stop(), portal.stop()]) }
})
test.afterAll(() => sso?.stop())

const signIn = (page: Page) => page.getByRole('button', { name: 'Sign in with Example ID' })
const problem = (page: Page, words: string) =>
  expect(page.getByRole('alert').filter({ hasText: words })).toBeVisible()

/** What somebody does at the provider: says who they are, and how they proved it. */
async function prove(page: Page, sub: string, amr = 'pwd otp mfa') {
  await page.getByLabel('Subject').fill(sub)
  await page.getByLabel('Methods').fill(amr)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
}

/** Somebody who is invited: the address, and where the mail's link leads. */
async function invite({ portal, crowd }: Sso) {
  const { actor } = await crowd.admin()
  const { email, token } = await anInvitee(portal.app, actor, new Date())
  return { email, link: `${portal.url}/staff/invitation/${token}` }
}

/** Somebody who has accepted with single sign-on: their page, on which they are signed in, and who they are there. */
async function accepted(sso: Sso, page: Page, sub = `sub-${crypto.randomUUID()}`) {
  const { email, link } = await invite(sso)
  await page.goto(link)
  await page.getByRole('button', { name: 'Accept with Example ID' }).click()
  await prove(page, sub)
  await page.waitForURL(`${sso.portal.url}/staff/reviews`)
  return { email, sub }
}

const identities = ({ portal }: Sso) => portal.rows('select id from identities order by id')

test('invited, accepted with single sign-on, and in; the second time without an invitation', async ({
  enter,
}) => {
  const page = await enter()
  const { email, sub } = await accepted(sso, page)
  const [bound] = await sso.portal.rows(
    'select i.issuer, i.subject, a.role from identities i join accounts a on a.id = i.account_id where a.email = $1',
    email,
  )
  expect(bound).toEqual({ issuer: ssoIssuer(sso), subject: sub, role: 'reviewer' })

  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.waitForURL(`${sso.portal.url}/sign-in`)
  // The provider remembers this browser, and asks nothing.
  await signIn(page).click()
  await page.waitForURL(`${sso.portal.url}/staff/reviews`)

  const elsewhere = await enter()
  await elsewhere.goto(`${sso.portal.url}/staff/reviews`)
  await signIn(elsewhere).click()
  await prove(elsewhere, sub)
  await elsewhere.waitForURL(`${sso.portal.url}/staff/reviews`)
})

test('without JavaScript it works as well', async ({ enter }) => {
  const page = await enter(undefined, { javaScriptEnabled: false })
  await accepted(sso, page)
})

test('an identity that nobody invited reads so, and nothing is created; an address says nothing', async ({
  enter,
}) => {
  const known = await sso.crowd.reviewer()
  const page = await enter()
  const before = await identities(sso)
  for (const sub of ['a-stranger', known.email]) {
    await page.goto(`${sso.portal.url}/sign-in`)
    await page.context().clearCookies()
    await signIn(page).click()
    await prove(page, sub)
    await problem(page, 'Accounts come by invitation')
  }
  expect(await identities(sso)).toEqual(before)
  await page.goto(`${sso.portal.url}/staff/reviews`)
  await expect(page).toHaveURL(/\/sign-in/)
})

test('without a second factor nobody comes in, and the invitation stays open', async ({ enter }) => {
  const page = await enter()
  const { email, link } = await invite(sso)
  for (const amr of ['pwd', '', 'otp', 'sms']) {
    await page.context().clearCookies()
    await page.goto(link)
    await page.getByRole('button', { name: 'Accept with Example ID' }).click()
    await prove(page, `sub-${email}`, amr)
    await problem(page, 'did not confirm a second factor')
  }
  await page.context().clearCookies()
  await page.goto(link)
  await page.getByRole('button', { name: 'Accept with Example ID' }).click()
  await prove(page, `sub-${email}`, 'pwd hwk')
  await page.waitForURL(`${sso.portal.url}/staff/reviews`)
})

test('an identity belongs to one account', async ({ enter }) => {
  const { sub } = await accepted(sso, await enter())
  const page = await enter()
  await page.goto((await invite(sso)).link)
  await page.getByRole('button', { name: 'Accept with Example ID' }).click()
  await prove(page, sub)
  await problem(page, 'belongs to another account here')
})

test('who changes their mind at the provider reads what happened', async ({ enter }) => {
  const page = await enter()
  await page.goto(`${sso.portal.url}/sign-in`)
  await signIn(page).click()
  await page.getByRole('button', { name: 'Cancel' }).click()
  await problem(page, 'broken off at your organisation')
})

test('a nonce that was tampered with is refused', async ({ enter }) => {
  const { sub } = await accepted(sso, await enter())
  const page = await enter()
  await page.goto(`${sso.portal.url}/sign-in`)
  const request = page.waitForRequest('**/auth?*')
  await signIn(page).click()
  const url = new URL((await request).url())
  url.searchParams.set('nonce', 'another-one-than-was-asked-for')
  await page.getByLabel('Subject').waitFor()
  await page.goto(url.href)
  await prove(page, sub)
  await problem(page, 'could not be completed')
})

test('an answer works once, in the browser that requested it, with the state that was asked for', async ({
  enter,
}) => {
  const { sub } = await accepted(sso, await enter())
  const portalOnly = { domain: 'localhost' }
  /** Goes to the provider and back; returns the answer, and the portal's cookies from before it came. */
  const answer = async (page: Page, forgetful = false) => {
    await page.goto(`${sso.portal.url}/sign-in`)
    await signIn(page).click()
    await page.getByLabel('Subject').waitFor()
    const cookies = (await page.context().cookies()).filter(({ domain }) => domain === portalOnly.domain)
    if (forgetful) await page.context().clearCookies(portalOnly)
    const came = page.waitForRequest('**/api/auth/callback/sso?*')
    await prove(page, sub)
    return { url: new URL((await came).url()), cookies }
  }

  const page = await enter()
  const { url, cookies } = await answer(page, true)
  await problem(page, 'could not be completed')

  const forged = await enter()
  await forged.context().addCookies(cookies)
  url.searchParams.set('state', 'another-one-than-was-asked-for')
  await forged.goto(url.href)
  await problem(forged, 'could not be completed')

  const first = await enter()
  const used = await answer(first)
  await first.waitForURL(`${sso.portal.url}/staff/reviews`)
  const again = await enter()
  await again.context().addCookies(used.cookies)
  await again.goto(used.url.href)
  await problem(again, 'could not be completed')
})

test('a disabled account stays out', async ({ enter }) => {
  const page = await enter()
  const { email } = await accepted(sso, page)
  await sso.portal.rows('update accounts set disabled_at = now() where email = $1', email)
  await page.goto(`${sso.portal.url}/sign-in`)
  await signIn(page).click()
  await problem(page, 'has been disabled')
})

test('who is asked to confirm goes there once more, and only as themselves', async ({ enter }) => {
  const page = await enter()
  const { email, sub } = await accepted(sso, page)
  const factor = async () =>
    (
      await sso.portal.rows<{ fresh: boolean }>(
        `select s.factor_at > now() - interval '1 minute' as fresh from sessions s
          join accounts a on a.id = s.account_id where a.email = $1`,
        email,
      )
    )[0]?.fresh
  await sso.portal.rows("update sessions set factor_at = now() - interval '10 minutes'")
  const confirm = async (as: string, amr?: string) => {
    await page.goto(`${sso.portal.url}/staff/factors/show?next=/staff/sessions`)
    await page.getByRole('button', { name: 'Confirm with Example ID' }).click()
    await prove(page, as, amr) // the provider remembers this browser, and asks all the same
  }
  await confirm('somebody-else')
  await problem(page, 'confirmed as somebody else')
  await confirm(sub, 'pwd')
  await problem(page, 'did not confirm a second factor')
  expect(await factor()).toBe(false)
  await confirm(sub)
  await page.waitForURL(`${sso.portal.url}/staff/sessions`)
  expect(await factor()).toBe(true)
})

test('a mailbox alone adds no factor to a bound account; the provider’s completes the sign-in by code', async ({
  enter,
}) => {
  const first = await enter()
  const { email, sub } = await accepted(sso, first)
  const [account] = await sso.portal.rows<{ id: string }>('select id from accounts where email = $1', email)
  const actor = await actAs(sso.portal.app, String(account?.id))
  const page = await enter(await sso.crowd.byCode(actor, email))
  await page.goto(`${sso.portal.url}/staff/factors/enrol`)
  await expect(page).toHaveURL(/\/staff\/factors\/show/)
  await page.getByRole('button', { name: 'Confirm with Example ID' }).click()
  await prove(page, sub)
  await page.waitForURL(`${sso.portal.url}/staff/reviews`)
})

test('an admin sees that an account is bound, and asks to end that as for a lost factor', async ({
  enter,
}) => {
  const theirs = await enter()
  const { email } = await accepted(sso, theirs)
  const [account] = await sso.portal.rows<{ id: string }>('select id from accounts where email = $1', email)
  const page = await enter(await sso.crowd.admin())
  await page.goto(`${sso.portal.url}/staff/admin/staff/${account?.id}`)
  await expect(page.getByText('Bound to Example ID since')).toBeVisible()
  await expect(page.getByText('No passkey, single sign-on')).toBeVisible()
  await sso.crowd.admin() // the second person, who could confirm
  await page.reload()
  await page.getByLabel('Reason').last().fill('The provider is gone')
  await page.getByRole('button', { name: 'Ask for the removal' }).click()
  await expect(page.getByText('To be confirmed')).toBeVisible()
  await theirs.goto(`${sso.portal.url}/staff/reviews`)
  await expect(theirs).toHaveURL(`${sso.portal.url}/staff/reviews`) // nothing happens before somebody else confirms
})

const ssoIssuer = ({ portal }: Sso) => (portal.settings as Record<string, string>).SSO_ISSUER
