import { availableParallelism, loadavg } from 'node:os'
import { compare, figuresOf, growth, median, percentile, type Series, TARGETS } from './figures'
import type { Measured } from './measure'
import type { Plans } from './plans'
import { emptyRoute, type Weight } from './tour'

type Findings = { small: Measured; large: Measured; plans: Plans; counted: number; weights: Weight[] }
/** Writes a figure, with whether its target is reached if it has one. */
type Judge = (what: string, value: number, target?: number, least?: 'least') => string

/** The tables as text, and each target that was missed, with by how much. */
export function report({ small, large, plans, counted, weights }: Findings) {
  const missed = plans.scans.map((scan) => `sequential scan of ${scan}`)
  if (counted > 0) missed.push(`${counted} sequential scans of large tables while measuring`)
  const judge: Judge = (what, value, target, least) => {
    if (target === undefined) return times(value)
    const reached = least ? value >= target : value <= target
    if (!reached) missed.push(`${what}: ${times(value)}, to reach ${least ? '≥' : '≤'} ${times(target)}`)
    return `${times(value)} ${reached ? '✓' : '✗'}`
  }
  const kinds = ['pages', 'sql'] as const
  const lines = [
    `On ${availableParallelism()} cores, while ${loadavg()[0]?.toFixed(0)} programs wanted to compute. Figures per second and in ms depend on that; ratios`,
    'to the floor (×, the median of the rounds) much less, and least CPU: what web server and database computed.',
    ...kinds.flatMap((kind) => speeds(small, kind, judge)),
    ...kinds.flatMap((kind) => speeds(large, kind, judge, small)),
    ...scripts(weights, missed),
    '',
    `${plans.count} statements of the large set explained, ${plans.scans.length} with a sequential scan of a large table;`,
    `${counted} such scans counted by Postgres during all requests measured there.`,
    ...(missed.length ? ['Missed:', ...missed.map((what) => `  ${what}`)] : ['Every target is reached.']),
  ]
  return { text: lines.join('\n'), missed }
}

/** A line for each series: what it takes, how that compares with the floor, and how much more than in the `small` set it is. */
function speeds(set: Measured, kind: 'pages' | 'sql', judge: Judge, small?: Measured) {
  const members = `${set.members.toLocaleString('en')} members`
  const floors = [small?.[kind][0], set[kind][0]] as [Series | undefined, Series]
  const rows = set[kind].map((series, i) => {
    const what = `${members}, ${series.name}`
    const targets = series.held ? TARGETS : undefined
    const ratio = compare(series, floors[1])
    if (series.atMost) judge(`${what}, times the floor`, 1 / ratio.throughput, series.atMost)
    const grown = floors[0] && growth([small?.[kind][i] as Series, floors[0]], [series, floors[1]])
    const growths = grown && [
      judge(`${what}, growth by throughput`, grown.throughput, targets?.growth),
      judge(`${what}, growth by p95`, grown.p95, targets?.growth),
      times(grown.cpu),
    ]
    return [
      ...absolute(series),
      judge(`${what}, throughput`, ratio.throughput, targets?.throughput, 'least'),
      judge(`${what}, p95`, ratio.p95, targets?.p95),
      times(ratio.cpu),
      ...(growths ?? []),
    ]
  })
  const head = ['per s', 'p50 ms', 'p95 ms', 'p99 ms', 'CPU ms', 'throughput', 'p95', 'CPU']
  const grew = small ? ['growth', 'of p95', 'of CPU'] : []
  return table([[`${members}, ${kind}`, ...head, ...grew], ...rows])
}

function absolute({ name, bursts }: Series) {
  const all = bursts.flatMap((burst) => burst.times)
  const delays = [0.5, 0.95, 0.99].map((share) => percentile(all, share).toFixed(1))
  const middle = (figure: 'throughput' | 'cpu') => median(bursts.map((burst) => figuresOf(burst)[figure]))
  return [name, middle('throughput').toFixed(0), ...delays, middle('cpu').toFixed(2)]
}

function scripts(weights: Weight[], missed: string[]) {
  const [empty, kilo] = [emptyRoute(), (bytes: number) => `${(bytes / 1024).toFixed(1)} KB`]
  const rows = weights.map(({ route, bytes, why = '' }) => {
    if (bytes === undefined) return [route, '–', why]
    const over = bytes - empty - TARGETS.scripts
    if (over > 0) missed.push(`JavaScript of ${route}: ${kilo(over)} too much`)
    return [route, kilo(bytes), `+ ${kilo(bytes - empty)} ${over > 0 ? '✗' : '✓'}`]
  })
  const head = ['JavaScript at first load, gzip -9', 'in all', 'beyond the empty route']
  return table([head, ['an empty route', kilo(empty), ''], ...rows])
}

const times = (value: number) => `${value.toFixed(2)} ×`

/** The first column to the left, the others to the right, under their heads. */
function table(rows: string[][]) {
  const width = (i: number) => Math.max(...rows.map((row) => row[i]?.length ?? 0))
  const lines = rows.map((row) =>
    row.map((cell, i) => (i ? cell.padStart(width(i)) : cell.padEnd(width(0)))).join('  '),
  )
  return ['', ...lines.slice(0, 1), '─'.repeat(lines[0]?.length ?? 0), ...lines.slice(1)]
}
