import { measureCpuSeconds } from './cpu'
import { type Burst, LANES, type Question, type Series } from './figures'
import { pages } from './pages'
import type { Site } from './portal'
import { queries } from './sql'

/** The measurements of a set of that many members. */
export type Measured = { members: number; pages: Series[]; sql: Series[] }

/** Per page and round; a query takes so much less time that five times as many are run. */
const REQUESTS = 300
const QUERIES = 5 * REQUESTS

/**
 * Asks everything of both sites in turn, round after round, so that other load on the machine affects a floor, what is
 * compared with it, and the other site alike. Every other round runs in reverse order.
 */
export async function measure(sites: readonly [Site, Site], rounds: number) {
  const [small, large] = [await prepare(sites[0]), await prepare(sites[1])]
  const kinds = small.all.map((of, kind) => [of, large.all[kind] as typeof of])
  for (let round = 0; round <= rounds; round++) {
    const inTurn = <T>(list: T[]) => (round % 2 ? list.toReversed() : list)
    for (const { ask, amount, bursts } of inTurn(kinds).flatMap(inTurn)) {
      const result = await runBurst(ask, amount)
      if (round > 0) bursts.push(result) // round 0 warms everything up
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
async function runBurst(ask: Question['ask'], amount: number): Promise<Burst> {
  const [times, startedAt] = [[] as number[], performance.now()]
  let left = amount
  const lane = async () => {
    while (left-- > 0) {
      const askedAt = performance.now()
      await ask()
      times.push(performance.now() - askedAt)
    }
  }
  const cpu = await measureCpuSeconds(() => Promise.all(Array.from({ length: LANES }, lane)))
  return { times, seconds: (performance.now() - startedAt) / 1000, cpu }
}
