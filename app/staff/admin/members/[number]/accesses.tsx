import { getFormatter, getTranslations } from 'next-intl/server'
import Link from '@/components/link'
import { Section } from '@/components/section'
import { Table } from '@/components/table'
import { countryName } from '@/lib/countries/rules'
import { currentLanguage } from '@/lib/i18n/language'
import { textOf } from '@/lib/text-of'
import { type OpenedRecord, timestampFormat } from './opened'

/** Who opened or checked this person's data, and other logged actions. */
export async function Accesses({ items, number }: { items: OpenedRecord['accesses']; number: string }) {
  const t = await getTranslations('admin')
  const own = await getTranslations('members')
  const log = await getTranslations('log')
  const format = await getFormatter()
  const language = await currentLanguage()
  return (
    <Section title={t('accesses')}>
      <Table
        caption={t('accesses')}
        captionHidden
        columns={[
          { key: 'at', label: t('when'), head: true },
          { key: 'action', label: t('action') },
          { key: 'role', label: t('role') },
          { key: 'country', label: t('country') },
        ]}
        rows={items.map(({ id, at, action, role, country }) => ({
          key: String(id),
          cells: {
            at: format.dateTime(at, timestampFormat),
            action: textOf(log, `actions.${action.replace('.', '_')}`, action),
            role: role ? log(`roles.${role}`) : '–',
            country: country ? countryName(country, language) : '–',
          },
        }))}
      />
      <p>
        <Link className="link" href={`/staff/admin/log?number=${number}`}>
          {own('wholeLog')}
        </Link>
      </p>
    </Section>
  )
}
