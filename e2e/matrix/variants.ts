import { expect } from '@playwright/test'
import type { Answer } from './request'

type Variant = { suffix?: string; headers: Record<string, string> }

/** The other ways in which Next answers for a page: its data alone, as links and prefetches ask for it. */
export const VARIANTS: (Variant & { name: string })[] = [
  { name: 'its data', headers: { rsc: '1' } },
  { name: 'its data by name', suffix: '.rsc', headers: {} },
  { name: 'a prefetch', headers: { rsc: '1', 'next-router-prefetch': '1' } },
  { name: 'a runtime prefetch', headers: { rsc: '1', 'next-router-prefetch': '2' } },
  {
    name: 'a prefetch of its tree',
    headers: { rsc: '1', 'next-router-prefetch': '1', 'next-router-segment-prefetch': '/_tree' },
  },
]

/** Asks for a variant of the page at `path`. Next wants a fingerprint of the headers in the address, and leads there. */
export async function askFor(
  { suffix = '', headers }: Variant,
  path: string,
  ask: (path: string, headers: Record<string, string>) => Promise<Answer>,
) {
  const answer = await ask(path.replace(/(\?|$)/, `${suffix}$1`), headers)
  return answer.to?.includes('_rsc') ? ask(answer.to, headers) : answer
}

/** How a page's data says that it is not shown. */
const TURNED_AWAY = /"digest":"NEXT_(REDIRECT|HTTP_ERROR_FALLBACK)/

export const isTurnedAway = ({ status, body }: Answer) => status >= 300 || TURNED_AWAY.test(body)

/**
 * A refused page refuses when its data is asked for. A prefetch may answer with the frame of the page, which is the same
 * for everybody. Neither says anything about anybody.
 */
export function holdClosed(
  answer: Answer,
  headers: Record<string, string>,
  secrets: string[],
  where: string,
) {
  if (!headers['next-router-prefetch'])
    expect(isTurnedAway(answer), `${where}: ${answer.status} ${answer.body.slice(0, 500)}`).toBe(true)
  for (const secret of secrets) expect(answer.body, where).not.toContain(secret)
}
