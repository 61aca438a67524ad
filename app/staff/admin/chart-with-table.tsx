import { getFormatter, getTranslations } from 'next-intl/server'
import { type Column, type Row, Table } from '@/components/table'
import { type Bars, Chart } from './chart'

type Props = Bars & { caption: string; columns: Column[]; rows: Row[] }

/** A chart, with the same numbers as a collapsible table. `alt` is the chart's text alternative. */
export async function ChartWithTable({ caption, columns, rows, ...bars }: Props) {
  const t = await getTranslations('overview')
  const format = await getFormatter()
  return (
    <figure className="grid gap-4">
      <figcaption className="font-semibold">{caption}</figcaption>
      <Chart {...bars} number={(value) => format.number(value)} />
      <details>
        <summary className="link inline-flex min-h-11 items-center">{t('numbers')}</summary>
        <Table caption={caption} captionHidden columns={columns} rows={rows} />
      </details>
    </figure>
  )
}
