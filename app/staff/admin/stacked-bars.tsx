'use client'

import { useId } from 'react'
import { Bar, BarChart, CartesianGrid, Tooltip, XAxis, YAxis } from 'recharts'
import type { Bars } from './chart'
import styles from './chart.module.css'
import { Looks, Swatch } from './looks'

const TICK = { fill: 'var(--color-soft)' }

/** Bars side by side, each made of parts. Nothing moves; with the keyboard one goes from bar to bar. */
export default function StackedBars({ alt, series, bars }: Bars) {
  const id = useId()
  const rows = bars.map(({ label, values }) => ({ label, ...values }))
  return (
    <>
      <ul className={styles.legend}>
        {series.map(({ key, label, look }) => (
          <li key={key}>
            <Swatch look={look} id={id} /> {label}
          </li>
        ))}
      </ul>
      <BarChart
        data={rows}
        responsive
        className={styles.bars}
        title={alt}
        margin={{ top: 12, right: 4, bottom: 4, left: 0 }}
      >
        <Looks looks={series.map(({ look }) => look)} id={id} />
        <CartesianGrid vertical={false} />
        <XAxis dataKey="label" tick={TICK} tickLine={false} minTickGap={32} interval="preserveStartEnd" />
        <YAxis tick={TICK} width="auto" allowDecimals={false} tickLine={false} axisLine={false} />
        <Tooltip
          isAnimationActive={false}
          cursor={{ fill: 'var(--color-panel)' }}
          content={({ active, label }) => (
            <Tip bar={active ? bars.find((one) => one.label === label) : undefined} series={series} />
          )}
        />
        {series.map(({ key, look }) => (
          <Bar
            key={key}
            dataKey={key}
            stackId="all"
            fill={`url(#${id}-${look})`}
            stroke="var(--color-edge)"
            strokeWidth={1}
            maxBarSize={48}
            isAnimationActive={false}
          />
        ))}
      </BarChart>
    </>
  )
}

/** What one bar holds, in words. */
function Tip({ bar, series }: { bar?: Bars['bars'][number]; series: Bars['series'] }) {
  if (!bar) return null
  return (
    <div role="status" className={styles.tip}>
      <p className="font-[600]">{bar.label}</p>
      <dl>
        {series.map(({ key, label }) => (
          <div key={key} className="contents">
            <dt>{label}</dt>
            <dd>{bar.values[key] ?? 0}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
