import { cookieOf, type Page, pages } from './pages'
import type { Site } from './portal'
import { routes } from './routes'
import { type Weight, weigh } from './scripts'

/** Opens every page of the build once, as who may, and checks a card; gives the JavaScript of each page. */
export async function tour({ url, members }: Site): Promise<Weight[]> {
  const asked = await pages(url, members)
  const weights: Weight[] = []
  for (const { route, ...rest } of routes()) {
    if (!rest.path) weights.push({ route, why: 'no address of it is known to the bench' })
    else weights.push({ route, ...(await open(`${url}${rest.path}`, rest.who)) })
  }
  for (const page of asked.filter(({ method }) => method === 'POST')) await send(url, page)
  return weights
}

async function open(address: string, who?: string) {
  const headers = { Accept: 'text/html', 'Accept-Language': 'en', ...(who ? cookieOf(who) : {}) }
  const response = await fetch(address, { headers, redirect: 'manual' })
  const html = await response.text()
  return response.status === 200 ? { bytes: weigh(html) } : { why: `answers ${response.status}` }
}

async function send(url: string, { path, method, headers, expect, variants }: Page) {
  for (const variant of variants().slice(0, 10)) {
    const init = { method, headers: { ...headers, ...variant.headers }, body: variant.body }
    const answer = await (await fetch(`${url}${path}`, init)).text()
    if (!answer.includes(expect)) throw new Error(`${path} answered otherwise than expected.`)
  }
}
