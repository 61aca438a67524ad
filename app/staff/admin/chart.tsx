import { type CSSProperties, useId } from 'react'
import styles from './chart.module.css'
import { labelsAt, scaleOf } from './chart-scale'
import { Looks, Swatch } from './looks'

/** What a bar is made of, from the bottom up; a look is a colour with a pattern, so that it can be told without the colour. */
export type Bars = {
  alt: string
  series: { key: string; label: string; look: string }[]
  bars: { label: string; values: Record<string, number> }[]
}
type Series = Bars['series'][number]
type BarOf = Bars['bars'][number]
type Words = (value: number) => string

/**
 * Bars side by side, each made of parts. Lengths are shares of the frame, so that the letters keep their size on a
 * phone and nothing has to be measured; what a bar holds is its native tip.
 */
export function Chart({ alt, series, bars, number }: Bars & { number: Words }) {
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
        <Looks looks={series.map(({ look }) => look)} id={id} />
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
            <title>{tip(bar, series, number)}</title>
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
      {series.map(({ key, label, look }) => (
        <li key={key}>
          <Swatch look={look} id={id} /> {label}
        </li>
      ))}
    </ul>
  )
}

/** A line across, with its number in the gutter. */
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
  return series.map(({ key, look }) => {
    const value = bar.values[key] ?? 0
    below += value
    const [y, height] = [share(top - below, top), share(value, top)]
    const looks = { fill: `url(#${id}-${look})`, color: `var(--${look})` }
    return value > 0 && <rect key={key} className={styles.part} y={y} height={height} {...looks} />
  })
}

const share = (part: number, whole: number) => `${Number(((part / whole) * 100).toFixed(3))}%`

const total = ({ values }: BarOf, series: Series[]) =>
  series.reduce((sum, { key }) => sum + (values[key] ?? 0), 0)

/** What one bar holds, in words, from the top down. */
const tip = ({ label, values }: BarOf, series: Series[], number: Words) =>
  [label, ...series.toReversed().map((part) => `${part.label}: ${number(values[part.key] ?? 0)}`)].join('\n')
