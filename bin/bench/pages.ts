import assert from 'node:assert'
import { randomInt } from 'node:crypto'
import type { Question } from './figures'
import { cookieOf, nextDesk, randomPerson, STAFF } from './people'
import type { Site } from './portal'

/** Requests a page as a browser does. */
export async function get(address: string, who?: string) {
  const headers = { Accept: 'text/html', 'Accept-Language': 'en', ...(who && cookieOf(who)) }
  const answer = await fetch(address, { headers, redirect: 'manual' })
  return { status: answer.status, html: await answer.text() }
}

/** The floor first, then what is compared with it. */
export async function pages(site: Site): Promise<Question[]> {
  const page = (path: string, expect: string, who?: () => string) => async () => {
    const { status, html } = await get(site.url + path, who?.())
    verify(path, status, html, expect)
  }
  const member = () => randomPerson('member', site.members)
  const reviewer = () => randomPerson('reviewer', STAFF.reviewer)
  const admin = () => 'admin-1'
  return [
    { name: '/privacy, signed out', ask: page('/privacy', '</html>') },
    { name: 'account page', hasTargets: true, ask: page('/account', 'href="/account/card"', member) },
    { name: 'desk check', hasTargets: true, ask: await deskCheck(site) },
    { name: 'review queue', ask: page('/staff/reviews', '/staff/reviews/', reviewer) }, // grows with the members
    {
      name: 'Black invitations',
      hasTargets: true,
      ask: page('/staff/admin/black', '/staff/admin/black/', admin),
    },
    { name: 'staff', hasTargets: true, ask: page('/staff/admin/staff', '/staff/admin/staff/', admin) },
  ]
}

/** Returns a function that sends what the browser sends when "Check" is pressed at a desk: the page's action with its form. */
export async function deskCheck({ url, sample }: Site) {
  const { html } = await get(`${url}/staff/desk`, 'desk-1')
  // The id of the form's action is in the hidden fields for browsers without JavaScript.
  const action = /name="\$ACTION_\d+:0" value="\{&quot;id&quot;:&quot;([0-9a-f]+)&quot;/.exec(html)?.[1]
  assert(action, 'There is no form on the desk page.')
  const headers = { Accept: 'text/x-component', 'Accept-Language': 'en', 'Next-Action': action, Origin: url }
  return async () => {
    // The arguments (no state so far, the form) as React encodes them, the form's fields first.
    const body = new FormData()
    body.set('_1_card', String(sample[randomInt(sample.length)]?.number))
    body.set('_1_purpose', 'service')
    body.set('0', '["$undefined","$K1"]')
    const init = { method: 'POST', headers: { ...headers, ...cookieOf(nextDesk()) }, body }
    const answer = await fetch(`${url}/staff/desk`, init)
    verify('The check', answer.status, await answer.text(), '"verdict"')
  }
}

/** Throws on a wrong answer, so that only correct ones are measured. */
const verify = (what: string, status: number, text: string, expect: string) =>
  assert(status === 200 && text.includes(expect), `${what} returned ${status}:\n${text.slice(0, 500)}`)
