import type { Crew } from '../portal/crew'
import type { Burst, Series } from './figures'
import type { Options } from './options'
import { pages } from './pages'
import type { Site } from './portal'
import { shoot } from './shoot'
import { burst, questions } from './sql'
import { signInAgain } from './staff'

/** How often everything is asked before it counts. */
const WARM_UP = 400
/** A query takes so much less time than a page that more of them are asked. */
const QUERIES = 5

/** What was measured on a set of that many members; the first of each list is the floor of the others. */
export type Measured = { members: number; pages: Series[]; sql: Series[] }

type Asked = Series & { ask: (amount: number) => Promise<Burst> }

/**
 * Asks for everything in turn, of all sites, round after round: so what else the machine does hits a floor, what is
 * compared with it, and the other site alike. Each round begins with another one, so that none always comes first.
 */
export async function measure(crew: Crew, sites: Site[], { rounds, requests }: Options): Promise<Measured[]> {
  const prepared = await Promise.all(sites.map((site) => prepare(crew, site)))
  const kinds = [...(prepared[0]?.all.keys() ?? [])]
  const once = async (amount: number, round: number, keep: boolean) => {
    for (const { urls } of sites) await signInAgain(urls.owner)
    for (const kind of turned(kinds, round)) {
      for (const { all } of turned(prepared, round)) {
        const result = await all[kind]?.ask(amount)
        if (keep && result) all[kind]?.bursts.push(result)
      }
    }
  }
  await once(WARM_UP, 0, false)
  for (let round = 0; round < rounds; round++) await once(requests, round, true)
  for (const { close } of prepared) await close()
  return prepared.map(({ measured }) => measured)
}

async function prepare(crew: Crew, { url, urls, members }: Site) {
  const asked = await pages(url, members)
  const { list, close } = await questions(urls, members)
  const byPage = asked.map((page) => series(page.name, (amount) => shoot(crew, url, page, amount)))
  const bySql = list.map(({ name, ask }) => series(name, (amount) => burst(ask, amount * QUERIES)))
  return { all: [...byPage, ...bySql], measured: { members, pages: byPage, sql: bySql }, close }
}

const series = (name: string, ask: Asked['ask']): Asked => ({ name, bursts: [], ask })

const turned = <T>(list: readonly T[], by: number) => [
  ...list.slice(by % list.length),
  ...list.slice(0, by % list.length),
]
