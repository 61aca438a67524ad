import { computing } from './cpu'
import { type Burst, LANES, type Question, type Series } from './figures'
import { pages } from './pages'
import type { Site } from './portal'
import { queries } from './sql'

/** What was measured on a set of that many members. */
export type Measured = { members: number; pages: Series[]; sql: Series[] }

/** Of each page in a round; a query takes so much less time that five times as many are asked. */
const REQUESTS = 300
const QUERIES = 5 * REQUESTS

/**
 * Asks for everything in turn, of both sites, round after round: so what else the machine does hits a floor, what is
 * compared with it, and the other site alike. Every other round goes the other way round.
 */
export async function measure(sites: readonly [Site, Site], rounds: number) {
  const [small, large] = [await prepare(sites[0]), await prepare(sites[1])]
  const kinds = small.all.map((of, kind) => [of, large.all[kind] as typeof of])
  for (let round = 0; round <= rounds; round++) {
    const inTurn = <T>(list: T[]) => (round % 2 ? list.toReversed() : list)
    for (const { ask, amount, bursts } of inTurn(kinds).flatMap(inTurn)) {
      const result = await burst(ask, amount)
      if (round > 0) bursts.push(result) // before, everything warms up
    }
  }
  await Promise.all([small.close(), large.close()])
  return [small.measured, large.measured] as const
}

async function prepare(site: Site) {
  const { list, close } = await queries(site)
  const series = (amount: number) => (question: Question) => ({ ...question, amount, bursts: [] as Burst[] })
  const [byPage, bySql] = [(await pages(site)).map(series(REQUESTS)), list.map(series(QUERIES))]
  return { all: [...byPage, ...bySql], measured: { members: site.members, pages: byPage, sql: bySql }, close }
}

/** Asks `amount` times, in several lanes. */
async function burst(ask: Question['ask'], amount: number): Promise<Burst> {
  const [times, begun] = [[] as number[], performance.now()]
  let left = amount
  const lane = async () => {
    while (left-- > 0) {
      const at = performance.now()
      await ask()
      times.push(performance.now() - at)
    }
  }
  const cpu = await computing(() => Promise.all(Array.from({ length: LANES }, lane)))
  return { times, seconds: (performance.now() - begun) / 1000, cpu }
}
