import { getTranslations } from 'next-intl/server'
import { buttonClass } from '@/components/button'
import { withQuery } from '@/lib/addresses'
import type { ExportFilter, ExportList } from '@/lib/exports/rules'

type Props = {
  list: ExportList
  /** The path that has the `export` route below it. */
  at: string
  filter?: ExportFilter
}

/** Downloads a list as filtered. A plain link, since a Link would prefetch the export. */
export async function ExportLink({ list, at, filter }: Props) {
  const t = await getTranslations('exports')
  return (
    <a
      className={buttonClass({ variant: 'secondary' })}
      href={withQuery(`${at}/export`, filter)}
      aria-label={`${t('csv')}: ${t(`lists.${list}`)}`}
    >
      {t('csv')}
    </a>
  )
}
