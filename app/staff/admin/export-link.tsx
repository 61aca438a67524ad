import { getTranslations } from 'next-intl/server'
import { buttonClass } from '@/components/button'
import { withQuery } from '@/lib/addresses'
import type { ExportFilter, ExportList } from '@/lib/exports/rules'

type Props = {
  list: ExportList
  /** Where the route of the export lies, below which `export` is. */
  at: string
  asked?: ExportFilter
}

/** Takes a list along as it is filtered. A file, so no Link: nothing may be fetched before it is asked for. */
export async function ExportLink({ list, at, asked }: Props) {
  const t = await getTranslations('exports')
  return (
    <a
      className={buttonClass({ variant: 'secondary' })}
      href={withQuery(`${at}/export`, asked)}
      aria-label={`${t('csv')}: ${t(`lists.${list}`)}`}
    >
      {t('csv')}
    </a>
  )
}
