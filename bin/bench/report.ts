import { availableParallelism, loadavg } from 'node:os'
import { compare, cost, growth, median, percentile, rate, type Series, TARGETS } from './figures'
import type { Measured } from './measure'
import type { Plans } from './plans'
import type { Weight } from './scripts'
import { NAME_SEARCH } from './sql'

export type Findings = {
  small: Measured
  large: Measured
  plans: Plans
  countedScans: number
  empty: number
  weights: Weight[]
}

/** The tables as text, and each target that was missed, with by how much. */
export function report({ small, large, plans, countedScans, empty, weights }: Findings) {
  const missed: string[] = []
  const judge = (what: string, value: number, target: number, direction: 'least' | 'most') => {
    const reached = direction === 'least' ? value >= target : value <= target
    if (!reached)
      missed.push(`${what}: ${times(value)}, to reach ${direction === 'least' ? '≥' : '≤'} ${times(target)}`)
    return `${times(value)} ${reached ? '✓' : '✗'}`
  }
  const lines = [
    ...legend(),
    ...[small, large].flatMap(({ members, pages, sql }) => [
      ...speeds(`${count(members)} members, pages`, pages, (what, ...rest) =>
        judge(`${count(members)} members, ${what}`, ...rest),
      ),
      ...speeds(`${count(members)} members, SQL`, sql),
      ...nameSearch(members, sql, judge),
    ]),
    ...growths(small, large, judge),
    ...scansFound(plans, countedScans, missed),
    ...scriptsFound(empty, weights, missed),
    '',
    ...(missed.length === 0
      ? ['Every target is reached.']
      : ['Missed:', ...missed.map((what) => `  ${what}`)]),
  ]
  return { text: lines.join('\n'), missed }
}

const legend = () => [
  '',
  `On ${availableParallelism()} cores, while ${loadavg()[0]?.toFixed(0)} programs, ours among them, wanted to compute. Figures per second and in`,
  'milliseconds depend on that; ratios to the floor (×, the median of the rounds) much less, and least those of CPU: what',
  'web server and database computed for an answer.',
]

type Judge = (what: string, value: number, target: number, direction: 'least' | 'most') => string

/** These pages have targets; the review queue, which grows with the members, is there to compare. */
const HELD = ['account page', 'desk check', 'Black invitations', 'staff']

function speeds(title: string, [floor, ...rest]: Series[], judge?: Judge) {
  if (!floor) return []
  const rows = rest.map((series) => {
    const { throughput, p95, cpu } = compare(series, floor)
    const held = HELD.includes(series.name) ? judge : undefined
    return [
      ...absolute(series),
      held?.(`${series.name}, throughput`, throughput, TARGETS.throughput, 'least') ?? times(throughput),
      held?.(`${series.name}, p95`, p95, TARGETS.p95, 'most') ?? times(p95),
      times(cpu),
    ]
  })
  const head = [title, 'per s', 'p50 ms', 'p95 ms', 'p99 ms', 'CPU ms', 'throughput', 'p95', 'CPU']
  return table([head, [...absolute(floor), 'floor', 'floor', 'floor'], ...rows])
}

/** Looking for a name among them all may take three times as long as reading one row by its key. */
function nameSearch(members: number, [floor, ...rest]: Series[], judge: Judge) {
  const search = rest.find(({ name }) => name === NAME_SEARCH)
  if (!floor || !search) throw new Error('The search by name was not measured.')
  const slower = 1 / compare(search, floor).throughput
  const verdict = judge(`${count(members)} members, ${NAME_SEARCH}`, slower, TARGETS.search, 'most')
  return [
    '',
    `Of ${count(members)} members one is found by name in ${verdict} the time of a primary-key read.`,
  ]
}

function absolute({ name, bursts }: Series) {
  const all = bursts.flatMap((burst) => burst.times)
  const perSecond = bursts.reduce((sum, burst) => sum + rate(burst), 0) / bursts.length
  return [
    name,
    perSecond.toFixed(0),
    ...[0.5, 0.95, 0.99].map((share) => percentile(all, share).toFixed(1)),
    median(bursts.map(cost)).toFixed(2),
  ]
}

function growths(small: Measured, large: Measured, judge: Judge) {
  const rows = (['pages', 'sql'] as const).flatMap((kind) => {
    const [[smallFloor, ...before], [largeFloor, ...after]] = [small[kind], large[kind]]
    if (!smallFloor || !largeFloor) return []
    return before.map((series, i) => {
      const grown = growth([series, smallFloor], [after[i] ?? series, largeFloor])
      const held = HELD.includes(series.name) ? judge : undefined
      const cell = (figure: 'throughput' | 'p95') =>
        held?.(`${series.name}, growth by ${figure}`, grown[figure], TARGETS.growth, 'most') ??
        times(grown[figure])
      return [series.name, cell('throughput'), cell('p95'), times(grown.cpu)]
    })
  })
  const title = `Growth from ${count(small.members)} to ${count(large.members)}`
  return table([[title, 'by throughput', 'by p95', 'by CPU'], ...rows])
}

function scansFound({ count: seen, scans }: Plans, counted: number, missed: string[]) {
  missed.push(...scans.map((scan) => `sequential scan of ${scan}`))
  if (counted > 0) missed.push(`Postgres counted ${counted} sequential scans of large tables while measuring`)
  return [
    '',
    `Plans of the large set: ${seen} statements explained, ${scans.length} with a sequential scan of a large table.`,
    `Counted by Postgres during all requests measured there: ${counted} sequential scans of large tables.`,
  ]
}

function scriptsFound(empty: number, weights: Weight[], missed: string[]) {
  const kilo = (bytes: number) => `${(bytes / 1024).toFixed(1)} KB`
  const rows = weights.map((weight) => {
    if ('why' in weight) return [weight.route, '–', weight.why]
    const more = weight.bytes - empty
    if (more > TARGETS.scripts)
      missed.push(`JavaScript of ${weight.route}: ${kilo(more - TARGETS.scripts)} too much`)
    return [weight.route, kilo(weight.bytes), `+ ${kilo(more)} ${more <= TARGETS.scripts ? '✓' : '✗'}`]
  })
  const head = ['JavaScript at first load, gzip -9', 'in all', 'beyond the empty route']
  return table([head, ['an empty route', kilo(empty), ''], ...rows])
}

const times = (value: number) => `${value.toFixed(2)} ×`
const count = (value: number) => value.toLocaleString('en')

/** The first column to the left, the others to the right, under their heads. */
function table(rows: string[][]) {
  const widths = (rows[0] ?? []).map((_, i) => Math.max(...rows.map((row) => row[i]?.length ?? 0)))
  const lines = rows.map((row) =>
    row.map((cell, i) => (i ? cell.padStart(widths[i] ?? 0) : cell.padEnd(widths[i] ?? 0))).join('  '),
  )
  return ['', lines[0] ?? '', '─'.repeat(lines[0]?.length ?? 0), ...lines.slice(1)]
}
