'use client'

import dynamic from 'next/dynamic'
import styles from './chart.module.css'

/** What a bar is made of, from the bottom up; a look is a colour with a pattern, so that it can be told without the colour. */
export type Bars = {
  alt: string
  series: { key: string; label: string; look: string }[]
  bars: { label: string; values: Record<string, number> }[]
}

const StackedBars = dynamic(() => import('./stacked-bars'), { ssr: false, loading: () => null })

/** The library that draws is loaded after the page, and by this page alone. */
export function Chart({ waits, ...bars }: Bars & { waits: string }) {
  return (
    <div className={styles.chart} data-waits={waits}>
      <StackedBars {...bars} />
    </div>
  )
}
