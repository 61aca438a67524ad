import { getTranslations } from 'next-intl/server'
import { type Column, type Row, Table } from '@/components/table'
import { type Bars, Chart } from './chart'

type Props = {
  caption: string
  /** What the chart shows, in a sentence, for whoever does not see it. */
  alt: string
  series: Bars['series']
  bars: Bars['bars']
  columns: Column[]
  rows: Row[]
}

/** A chart, and behind it the same numbers as a table, which is there without JavaScript too. */
export async function Charted({ caption, alt, series, bars, columns, rows }: Props) {
  const t = await getTranslations('overview')
  return (
    <figure className="grid gap-4">
      <figcaption className="font-[600]">{caption}</figcaption>
      <Chart alt={alt} series={series} bars={bars} waits={t('chartWaits')} />
      <details>
        <summary className="link inline-flex min-h-11 items-center">{t('numbers')}</summary>
        <Table caption={caption} captionHidden columns={columns} rows={rows} />
      </details>
    </figure>
  )
}
