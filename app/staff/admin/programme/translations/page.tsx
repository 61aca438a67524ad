import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { BackLink } from '@/components/back-link'
import { Empty } from '@/components/empty'
import Link from '@/components/link'
import { PageHead } from '@/components/page-head'
import { Table } from '@/components/table'
import { requireAdmin } from '@/lib/identity/session'
import { berlinDate } from '@/lib/time'
import { missingTexts, type TextPlace } from '@/lib/translations/queries'
import { ExportLink } from '../../export-link'
import { placePath } from '../services/place'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations('services'))('translations'),
})

/** Every text of the programme that lacks a translation. */
export default async function TranslationsPage() {
  const admin = await requireAdmin()
  const missing = await missingTexts(admin, berlinDate(new Date()))
  const t = await getTranslations('services')
  return (
    <>
      <PageHead
        back={<BackLink href="/staff/admin/programme">{t('programme')}</BackLink>}
        title={t('translations')}
        lead={t('translationsLead')}
        actions={<ExportLink list="missing-translations" at="/staff/admin/programme/translations" />}
      />
      {missing.length === 0 ? (
        <Empty>{t('nothingMissing')}</Empty>
      ) : (
        <Table
          caption={t('translations')}
          captionHidden
          columns={[
            { key: 'text', label: t('text'), head: true },
            { key: 'kind', label: t('kind') },
            { key: 'languages', label: t('lacks') },
          ]}
          rows={missing.map(({ place, text, languages }, row) => ({
            key: `${row}`,
            cells: {
              text: (
                <Link className="link" href={pathOf(place)}>
                  {text}
                </Link>
              ),
              kind: t(`kind_${place.kind}`),
              languages: languages.map((language) => t(`language_${language}`)).join(', '),
            },
          }))}
        />
      )}
    </>
  )
}

const programme = '/staff/admin/programme'

/** The page where a text can be completed. */
function pathOf(place: TextPlace) {
  if (place.kind === 'text') return `${programme}/texts/${place.id}`
  if (place.kind === 'benefit') return `${programme}/services/benefits`
  return placePath(place)
}
