/** `hasTargets`: for throughput, p95 and growth. `maxFloorRatio`: how many times its floor's time it may take. */
type Kind = { name: string; hasTargets?: boolean; maxFloorRatio?: number }
/** Something to ask repeatedly; the first of a list is the floor of the others. */
export type Question = Kind & { ask: () => Promise<unknown> }
/** How many requests run at once. */
export const LANES = 8

/**
 * The result of one round: how long each answer took in milliseconds, how many seconds the round took, and how many CPU
 * seconds web server and database used for it.
 */
export type Burst = { times: number[]; seconds: number; cpu: number }
/** The same question asked in every round, next to its floor. */
export type Series = Kind & { bursts: Burst[] }
/** Answers per second, 95th percentile in milliseconds, and CPU milliseconds per answer. */
type Figures = { throughput: number; p95: number; cpu: number }

/** Minimum share of the floor's throughput, maximum multiple of its p95, maximum growth relative to the floor's. */
export const TARGETS = { throughput: 0.6, p95: 2, growth: 1.2, search: 3, scripts: 25 * 1024 }

export const figuresOf = ({ times, seconds, cpu }: Burst): Figures => ({
  throughput: times.length / seconds,
  p95: percentile(times, 0.95),
  cpu: (cpu * 1000) / times.length,
})

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

/** How a series compares with its floor: the median of all rounds. */
export const compare = (series: Series, floor: Series) => middle(ratios(series, floor))

/** How many times more a large set costs than a small one, each relative to its own floor of the same round. */
export function growth(small: [Series, Series], large: [Series, Series]) {
  const before = ratios(...small)
  const grown = middle(ratios(...large).map((after, round) => divide(after, before[round] ?? after)))
  return { ...grown, throughput: 1 / grown.throughput }
}

/** One ratio per round, since other load on the machine affects both alike. */
const ratios = ({ bursts }: Series, floor: Series) =>
  bursts.map((burst, round) => divide(figuresOf(burst), figuresOf(floor.bursts[round] ?? burst)))

const divide = (a: Figures, b: Figures) => each((figure) => a[figure] / b[figure])
const middle = (rounds: Figures[]) => each((figure) => median(rounds.map((round) => round[figure])))
const each = (of: (figure: keyof Figures) => number): Figures => ({
  throughput: of('throughput'),
  p95: of('p95'),
  cpu: of('cpu'),
})
