import { getFormatter, getTranslations } from 'next-intl/server'
import { Address } from '@/components/address'
import { Table } from '@/components/table'
import { countryName } from '@/lib/countries/rules'
import { currentLanguage } from '@/lib/i18n/language'
import type { LogEntry } from '@/lib/log-reading/queries'
import { textOf } from '@/lib/text-of'

export async function Entries({ entries }: { entries: LogEntry[] }) {
  const t = await getTranslations('admin')
  const own = await getTranslations('log')
  const format = await getFormatter()
  const details = await detailsFormatter()
  return (
    <Table
      caption={t('log')}
      captionHidden
      columns={[
        { key: 'at', label: t('when'), head: true },
        { key: 'action', label: t('action') },
        { key: 'actor', label: t('actor') },
        { key: 'member', label: t('member'), mono: true },
        { key: 'details', label: t('details') },
      ]}
      rows={entries.map((entry) => ({
        key: String(entry.id),
        cells: {
          at: format.dateTime(entry.at, { dateStyle: 'medium', timeStyle: 'medium' }),
          action: textOf(own, `actions.${entry.action.replace('.', '_')}`, entry.action),
          actor: <Address>{entry.actor ?? (entry.role ? own(`roles.${entry.role}`) : '–')}</Address>,
          member: entry.number ?? '–',
          details: details(entry) || '–',
        },
      }))}
    />
  )
}

/** Returns a formatter for an entry's details: where and why. */
async function detailsFormatter() {
  const t = await getTranslations('admin')
  const members = await getTranslations('members')
  const account = await getTranslations('account')
  const exports = await getTranslations('exports')
  const language = await currentLanguage()
  const reason = (key: string) => textOf(members, `reasons.${key}`, key)
  /** The list's name and its filter. */
  const list = (reason: string) => {
    const [name = '', ...filter] = reason.split(' ')
    return [textOf(exports, `lists.${name}`, name), ...filter].join(', ')
  }
  return (entry: LogEntry) =>
    [
      entry.centre,
      entry.country && countryName(entry.country, language),
      entry.purpose && account(`purpose_${entry.purpose}`),
      entry.caseNumber,
      entry.hit === null ? '' : t(entry.hit ? 'hit' : 'miss'),
      entry.reason && (entry.action === 'list.exported' ? list(entry.reason) : reason(entry.reason)),
    ]
      .filter(Boolean)
      .join(', ')
}
