import { randomInt } from 'node:crypto'
import { numberOf, tokenOf } from './people'
import { DESKS, STAFF } from './staff'

/** One kind of request. `variants` are sent in turn; an answer without `expect` in it is wrong. */
export type Page = {
  name: string
  path: string
  method: 'GET' | 'POST'
  headers: Record<string, string>
  expect: string
  variants(): Variant[]
  /** Told how many of the last variants were sent. */
  used?(count: number): void
}
type Variant = { headers?: Record<string, string>; body?: string }

const MANY = 3000
const HTML = { Accept: 'text/html', 'Accept-Language': 'en' }

/** The floor first, then what is compared with it. */
export async function pages(url: string, members: number): Promise<Page[]> {
  const get = { method: 'GET', headers: HTML } as const
  const from = (who: () => string) => () => many(() => ({ headers: cookieOf(who()) }))
  const member = from(() => `member ${randomInt(1, members + 1)}`)
  const reviewer = from(() => `reviewer ${randomInt(STAFF.reviewer)}`)
  const admin = from(() => 'admin 0')
  return [
    { ...get, name: '/privacy, signed out', path: '/privacy', expect: '</html>', variants: () => [{}] },
    { ...get, name: 'account page', path: '/account', expect: 'href="/account/card"', variants: member },
    await deskCheck(url, members),
    { ...get, name: 'review queue', path: '/staff/reviews', expect: '/staff/reviews/', variants: reviewer },
    {
      ...get,
      name: 'Black invitations',
      path: '/staff/admin/black',
      expect: '/staff/admin/black/',
      variants: admin,
    },
    { ...get, name: 'staff', path: '/staff/admin/staff', expect: '/staff/admin/staff/', variants: admin },
  ]
}

export const cookieOf = (who: string) => ({ Cookie: `${SESSION}=${tokenOf(who)}` })
/** The name without the prefix for https. */
const SESSION = 'lumix-session'

/** What the browser sends when somebody at a desk presses "Check": the page's action with its form. */
async function deskCheck(url: string, members: number): Promise<Page> {
  const action = await actionOf(`${url}/staff/desk`, 'desk 0')
  const boundary = 'bench'
  const headers = {
    Accept: 'text/x-component',
    'Accept-Language': 'en',
    'Next-Action': action,
    Origin: url,
    'Content-Type': `multipart/form-data; boundary=${boundary}`,
  }
  let next = 0
  return {
    name: 'desk check',
    path: '/staff/desk',
    method: 'POST',
    headers,
    expect: '"verdict"',
    variants: () =>
      Array.from({ length: MANY }, (_, i) => ({
        headers: cookieOf(`desk ${(next + i) % DESKS.pages}`),
        body: form(boundary, numberOf(randomInt(1, members + 1))),
      })),
    used: (count) => {
      next += count
    },
  }
}

/** The id of the form's action, from the fields that the page carries for browsers without JavaScript. */
async function actionOf(address: string, who: string) {
  const html = await (await fetch(address, { headers: { ...HTML, ...cookieOf(who) } })).text()
  const found = /name="\$ACTION_\d+:0" value="\{&quot;id&quot;:&quot;([0-9a-f]+)&quot;/.exec(html)?.[1]
  if (!found) throw new Error(`There is no form on ${address}.`)
  return found
}

/** The arguments (no state so far, the form) as React encodes them, the form's fields first. */
function form(boundary: string, card: string) {
  const fields = [
    ['_1_card', card],
    ['_1_purpose', 'service'],
    ['0', '["$undefined","$K1"]'],
  ]
  const parts = fields.map(
    ([name, value]) => `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  )
  return `${parts.join('')}--${boundary}--\r\n`
}

const many = <T>(make: () => T) => Array.from({ length: MANY }, make)
