import { type CSSProperties, useId } from 'react'
import styles from './chart.module.css'
import { labelsAt, scaleOf } from './chart-scale'
import { Patterns, Swatch } from './patterns'

/** The parts of a bar, from the bottom up; a pattern also has a colour, but is recognisable without it. */
export type Bars = {
  alt: string
  series: { key: string; label: string; pattern: string }[]
  bars: { label: string; values: Record<string, number> }[]
}
type Series = Bars['series'][number]
type BarOf = Bars['bars'][number]
type FormatNumber = (value: number) => string

/**
 * A stacked bar chart. Lengths are percentages of the frame, so that text keeps its size on a phone and nothing has to be
 * measured; each bar's values are its native tooltip.
 */
export function Chart({ alt, series, bars, number }: Bars & { number: FormatNumber }) {
  const id = useId()
  const { top, ticks } = scaleOf(Math.max(...bars.map((bar) => total(bar, series))))
  const gutter = Math.max(...ticks.map((tick) => number(tick).length))
  return (
    <div
      className={styles.chart}
      data-bars={bars.length < 10 ? 'few' : bars.length > 40 ? 'many' : undefined}
    >
      <Legend series={series} id={id} />
      <svg
        role="img"
        aria-label={alt}
        className={styles.bars}
        style={{ '--gutter': `${gutter}ch` } as CSSProperties}
      >
        <Patterns patterns={series.map(({ pattern }) => pattern)} id={id} />
        {ticks.map((tick) => (
          <Line key={tick} at={share(top - tick, top)} label={number(tick)} />
        ))}
        {bars.map((bar, index) => (
          <svg
            key={bar.label}
            aria-hidden="true"
            x={share(index, bars.length)}
            width={share(1, bars.length)}
            height="100%"
          >
            <title>{tooltip(bar, series, number)}</title>
            <rect className={styles.slot} width="100%" height="100%" />
            <Parts bar={bar} series={series} top={top} id={id} />
            <text x="50%" y="100%" dy="1.6em" data-at={labelsAt(index, bars.length)}>
              {bar.label}
            </text>
          </svg>
        ))}
        <line className={styles.ground} x2="100%" y1="100%" y2="100%" />
      </svg>
    </div>
  )
}

function Legend({ series, id }: { series: Series[]; id: string }) {
  return (
    <ul className={styles.legend}>
      {series.map(({ key, label, pattern }) => (
        <li key={key}>
          <Swatch pattern={pattern} id={id} /> {label}
        </li>
      ))}
    </ul>
  )
}

/** A horizontal line, with its number in the gutter. */
function Line({ at, label }: { at: string; label: string }) {
  return (
    <>
      <line x2="100%" y1={at} y2={at} />
      <text x="-0.6em" y={at} dy="0.35em" className={styles.tick}>
        {label}
      </text>
    </>
  )
}

function Parts({ bar, series, top, id }: { bar: BarOf; series: Series[]; top: number; id: string }) {
  let below = 0
  return series.map(({ key, pattern }) => {
    const value = bar.values[key] ?? 0
    below += value
    const [y, height] = [share(top - below, top), share(value, top)]
    const attributes = { fill: `url(#${id}-${pattern})`, color: `var(--${pattern})` }
    return value > 0 && <rect key={key} className={styles.part} y={y} height={height} {...attributes} />
  })
}

const share = (part: number, whole: number) => `${Number(((part / whole) * 100).toFixed(3))}%`

const total = ({ values }: BarOf, series: Series[]) =>
  series.reduce((sum, { key }) => sum + (values[key] ?? 0), 0)

/** The tooltip of a bar: its values, from the top down. */
const tooltip = ({ label, values }: BarOf, series: Series[], number: FormatNumber) =>
  [label, ...series.toReversed().map((part) => `${part.label}: ${number(values[part.key] ?? 0)}`)].join('\n')
