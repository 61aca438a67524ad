'use client'

import { type ComponentType, useEffect, useState } from 'react'
import styles from './chart.module.css'

/** What a bar is made of, from the bottom up; a look is a colour with a pattern, so that it can be told without the colour. */
export type Bars = {
  alt: string
  series: { key: string; label: string; look: string }[]
  bars: { label: string; values: Record<string, number> }[]
}

/** The library that draws is loaded after the page, and by this page alone. Until it is there, `waits` says so. */
export function Chart({ waits, ...bars }: Bars & { waits: string }) {
  const [Drawn, setDrawn] = useState<ComponentType<Bars>>()
  useEffect(() => {
    void import('./stacked-bars').then((loaded) => setDrawn(() => loaded.default))
  }, [])
  return (
    <div className={styles.chart}>
      {Drawn ? (
        <Drawn {...bars} />
      ) : (
        <span className="wait block" role="status">
          <span className="sr-only">{waits}</span>
        </span>
      )}
    </div>
  )
}
