import { getFormatter, getTranslations } from 'next-intl/server'
import Link from '@/components/link'
import { Section } from '@/components/section'
import { Table } from '@/components/table'
import { type OpenedRecord, timestampFormat } from './opened'

export async function Accepted({ texts }: Pick<OpenedRecord, 'texts'>) {
  const t = await getTranslations('members')
  const words = await getTranslations('admin')
  const format = await getFormatter()
  if (texts.length === 0) return null
  return (
    <Section title={t('accepted')}>
      <Table
        caption={t('accepted')}
        captionHidden
        columns={[
          { key: 'kind', label: t('text'), head: true },
          { key: 'version', label: t('version') },
          { key: 'language', label: words('language') },
          { key: 'at', label: words('when') },
        ]}
        rows={texts.map(({ id, kind, version, language, at }) => ({
          key: id,
          cells: {
            kind: t(`texts.${kind}`),
            version: (
              <Link className="link" href={`/staff/admin/programme/texts/${id}`}>
                {version}
              </Link>
            ),
            language: t(`languages.${language}`),
            at: format.dateTime(at, timestampFormat),
          },
        }))}
      />
    </Section>
  )
}
