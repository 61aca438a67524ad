import { availableParallelism, loadavg } from 'node:os'
import { compare, figuresOf, growth, median, percentile, type Series, TARGETS } from './figures'
import type { Measured } from './measure'
import type { Plans } from './plans'
import { emptyRoute, type Weight } from './tour'

type Findings = { small: Measured; large: Measured; plans: Plans; counted: number; weights: Weight[] }
/** Formats a figure and marks whether it reaches its target, if it has one. */
type Judge = (what: string, value: number, target?: number, bound?: 'min') => string

/** Returns the tables as text, and each missed target with by how much it was missed. */
export function report({ small, large, plans, counted, weights }: Findings) {
  const missed = plans.scans.map((scan) => `sequential scan of ${scan}`)
  if (counted > 0) missed.push(`${counted} sequential scans of large tables while measuring`)
  const judge: Judge = (what, value, target, bound) => {
    if (target === undefined) return times(value)
    const reached = bound ? value >= target : value <= target
    if (!reached) missed.push(`${what}: ${times(value)}, to reach ${bound ? '≥' : '≤'} ${times(target)}`)
    return `${times(value)} ${reached ? '✓' : '✗'}`
  }
  const kinds = ['pages', 'sql'] as const
  const lines = [
    `On ${availableParallelism()} cores, with a load average of ${loadavg()[0]?.toFixed(0)}. Figures per second and in ms depend on that; ratios`,
    'to the floor (×, the median of the rounds) much less, and CPU time of web server and database least of all.',
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

/** One row per series: its figures, how they compare with the floor, and their growth over the `small` set. */
function speeds(set: Measured, kind: 'pages' | 'sql', judge: Judge, small?: Measured) {
  const members = `${set.members.toLocaleString('en')} members`
  const floors = [small?.[kind][0], set[kind][0]] as [Series | undefined, Series]
  const rows = set[kind].map((series, i) => {
    const what = `${members}, ${series.name}`
    const targets = series.hasTargets ? TARGETS : undefined
    const ratio = compare(series, floors[1])
    if (series.maxFloorRatio) judge(`${what}, times the floor`, 1 / ratio.throughput, series.maxFloorRatio)
    const grown = floors[0] && growth([small?.[kind][i] as Series, floors[0]], [series, floors[1]])
    const growths = grown && [
      judge(`${what}, growth by throughput`, grown.throughput, targets?.growth),
      judge(`${what}, growth by p95`, grown.p95, targets?.growth),
      times(grown.cpu),
    ]
    return [
      ...absoluteFigures(series),
      judge(`${what}, throughput`, ratio.throughput, targets?.throughput, 'min'),
      judge(`${what}, p95`, ratio.p95, targets?.p95),
      times(ratio.cpu),
      ...(growths ?? []),
    ]
  })
  const head = ['per s', 'p50 ms', 'p95 ms', 'p99 ms', 'CPU ms', 'throughput', 'p95', 'CPU']
  const growthHead = small ? ['growth', 'of p95', 'of CPU'] : []
  return table([[`${members}, ${kind}`, ...head, ...growthHead], ...rows])
}

function absoluteFigures({ name, bursts }: Series) {
  const all = bursts.flatMap((burst) => burst.times)
  const delays = [0.5, 0.95, 0.99].map((share) => percentile(all, share).toFixed(1))
  const middle = (figure: 'throughput' | 'cpu') => median(bursts.map((burst) => figuresOf(burst)[figure]))
  return [name, middle('throughput').toFixed(0), ...delays, middle('cpu').toFixed(2)]
}

function scripts(weights: Weight[], missed: string[]) {
  const [empty, kilobytes] = [emptyRoute(), (bytes: number) => `${(bytes / 1024).toFixed(1)} KB`]
  const rows = weights.map(({ route, bytes, why = '' }) => {
    if (bytes === undefined) return [route, '–', why]
    const over = bytes - empty - TARGETS.scripts
    if (over > 0) missed.push(`JavaScript of ${route}: ${kilobytes(over)} too much`)
    return [route, kilobytes(bytes), `+ ${kilobytes(bytes - empty)} ${over > 0 ? '✗' : '✓'}`]
  })
  const head = ['JavaScript at first load, gzip -9', 'in all', 'beyond the empty route']
  return table([head, ['an empty route', kilobytes(empty), ''], ...rows])
}

const times = (value: number) => `${value.toFixed(2)} ×`

/** Aligns the first column left and the others right. */
function table(rows: string[][]) {
  const width = (i: number) => Math.max(...rows.map((row) => row[i]?.length ?? 0))
  const lines = rows.map((row) =>
    row.map((cell, i) => (i ? cell.padStart(width(i)) : cell.padEnd(width(0)))).join('  '),
  )
  return ['', ...lines.slice(0, 1), '─'.repeat(lines[0]?.length ?? 0), ...lines.slice(1)]
}
