/**
 * What came back during one round: how long each answer took, in milliseconds, how many seconds it all did, and how many
 * seconds web server and database have computed for it.
 */
export type Burst = { times: number[]; seconds: number; cpu: number }
/** The same thing asked in every round, beside its floor. */
export type Series = { name: string; bursts: Burst[] }

/** What is reached or not: of the floor's throughput at least, of its p95 at most, as often as the floor grows. */
export const TARGETS = { throughput: 0.6, p95: 2, growth: 1.2, search: 3, scripts: 25 * 1024 }

export const rate = ({ times, seconds }: Burst) => times.length / seconds

/** Computing for one answer, in milliseconds. */
export const cost = ({ times, cpu }: Burst) => (cpu * 1000) / times.length

/** The value that `share` of the others do not exceed (nearest rank). */
export function percentile(values: readonly number[], share: number) {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN
}

export const median = (values: readonly number[]) => {
  const sorted = values.toSorted((a, b) => a - b)
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]]
  return ((low ?? Number.NaN) + (high ?? Number.NaN)) / 2
}

/** How a series compares with its floor: each round gives ratios of its own, since what else the machine does hits both alike. */
const ratios = (series: Series, floor: Series) =>
  series.bursts.map((burst, round) => {
    const beside = floor.bursts[round] ?? burst
    const against = (figure: (burst: Burst) => number) => figure(burst) / figure(beside)
    return { throughput: against(rate), p95: against(slowest), cpu: against(cost) }
  })

type Ratio = ReturnType<typeof ratios>[number]

const slowest = ({ times }: Burst) => percentile(times, 0.95)

/** The median of all rounds. */
export const compare = (series: Series, floor: Series) => middle(ratios(series, floor))

/** How many times more a large set costs than a small one, each against its own floor of the same round. */
export function growth(small: [Series, Series], large: [Series, Series]) {
  const before = ratios(...small)
  const grown = ratios(...large).map((after, round) => {
    const { throughput, p95, cpu } = before[round] ?? after
    return { throughput: throughput / after.throughput, p95: after.p95 / p95, cpu: after.cpu / cpu }
  })
  return middle(grown)
}

const middle = (rounds: Ratio[]): Ratio => ({
  throughput: median(rounds.map(({ throughput }) => throughput)),
  p95: median(rounds.map(({ p95 }) => p95)),
  cpu: median(rounds.map(({ cpu }) => cpu)),
})
