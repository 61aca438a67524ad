import type { Portal } from './world'

/** What came of a request, in the words of the tables. */
export type Answer = { status: number; to?: string; body: string; headers: Headers }

type Ask = {
  method?: string
  as?: { token: string }
  /** The page the request says it comes from; `undefined` leaves the header out. */
  origin?: string
  body?: BodyInit
  headers?: Record<string, string>
  cookies?: Record<string, string>
}

/** One request, as a browser that does not follow redirects would send it. */
export async function ask(
  portal: Portal,
  path: string,
  { as, origin, cookies, ...init }: Ask = {},
): Promise<Answer> {
  const jar = Object.entries({ ...cookies, ...(as && { 'lumix-session': as.token }) })
  const headers = {
    ...(jar.length > 0 && { cookie: jar.map((pair) => pair.join('=')).join('; ') }),
    ...(origin !== undefined && { origin }),
    ...init.headers,
  }
  const response = await fetch(portal.url + path, { ...init, headers, redirect: 'manual' })
  return {
    status: response.status,
    to: destination(response.headers),
    body: await response.text(),
    headers: response.headers,
  }
}

export type Form = Record<string, string | string[] | File>

/**
 * Calls a server action as the public POST that it is: its id in a header, its arguments as React's reply encodes them
 * (`$K1` is the form). `before` is the argument before the form: the state of `useActionState`.
 */
export function callAction(
  portal: Portal,
  id: string,
  path: string,
  form: Form,
  asked: Ask & { before?: boolean },
) {
  const body = new FormData()
  for (const [name, values] of Object.entries(form)) {
    for (const value of [values].flat()) body.append(`_1_${name}`, value)
  }
  const { before = true, ...rest } = asked
  body.append('0', before ? '["$undefined","$K1"]' : '["$K1"]')
  const headers = { 'next-action': id, accept: 'text/x-component', ...rest.headers }
  return ask(portal, path, { ...rest, method: 'POST', body, headers })
}

/** Where a page (`location`) or an action (`x-action-redirect: /path;push`) leads, as a path of ours. */
function destination(headers: Headers) {
  const to = headers.get('location') ?? headers.get('x-action-redirect')?.replace(/;(push|replace)$/, '')
  return to?.replace(/^https?:\/\/localhost:\d+/, '')
}
