import { getFormatter, getTranslations } from 'next-intl/server'
import { Empty } from '@/components/empty'
import { Section } from '@/components/section'
import { Table } from '@/components/table'
import { countryName } from '@/lib/countries/rules'
import { currentLanguage } from '@/lib/i18n/language'
import type { openRecord } from '@/lib/members/commands'

type Record = Awaited<ReturnType<typeof openRecord>>

/** Terms and status changes. */
export async function Standing({ terms, changes }: { terms: Record['terms']; changes: Record['changes'] }) {
  const t = await getTranslations('admin')
  const words = await getTranslations('account')
  const format = await getFormatter()
  return (
    <Section title={t('standing')}>
      <Table
        caption={t('changes')}
        columns={[
          { key: 'at', label: t('when'), head: true },
          { key: 'to', label: t('status') },
          { key: 'because', label: t('because') },
        ]}
        rows={changes.map(({ id, at, from, to, because }) => ({
          key: id,
          cells: {
            at: format.dateTime(at, stamp),
            to: from ? `${words(from)} → ${words(to)}` : words(to),
            because,
          },
        }))}
      />
      <Table
        caption={t('terms')}
        columns={[
          { key: 'starts', label: t('starts'), head: true },
          { key: 'expires', label: t('expires') },
          { key: 'because', label: t('because') },
        ]}
        rows={terms.map(({ id, startsOn, expiresOn, because }) => ({
          key: id,
          cells: { starts: startsOn, expires: expiresOn, because },
        }))}
      />
    </Section>
  )
}

export async function Registrations({ items }: { items: Record['registrations'] }) {
  const t = await getTranslations('admin')
  return (
    <Section title={t('registrations')}>
      {items.length === 0 ? (
        <Empty>{t('noRegistrations')}</Empty>
      ) : (
        <Table
          caption={t('registrations')}
          captionHidden
          columns={[
            { key: 'product', label: t('product'), head: true },
            { key: 'serial', label: t('serial'), mono: true },
            { key: 'purchased', label: t('purchased') },
            { key: 'dealer', label: t('dealer') },
            { key: 'state', label: t('state') },
          ]}
          rows={items.map((item) => ({
            key: item.id,
            cells: {
              product: item.product,
              serial: item.serial,
              purchased: item.purchasedOn,
              dealer: item.dealer,
              state: t(`state_${item.state}`),
            },
          }))}
        />
      )}
    </Section>
  )
}

/** That mails went out and when; never what they said. */
export async function Mails({ items }: { items: Record['mails'] }) {
  const t = await getTranslations('admin')
  const format = await getFormatter()
  return (
    <Section title={t('mails')}>
      {items.length === 0 ? (
        <Empty>{t('noMails')}</Empty>
      ) : (
        <Table
          caption={t('mails')}
          captionHidden
          columns={[
            { key: 'template', label: t('mail'), head: true },
            { key: 'state', label: t('state') },
            { key: 'at', label: t('when') },
          ]}
          rows={items.map(({ id, template, state, at }) => ({
            key: id,
            cells: { template, state: t(`mail_${state}`), at: format.dateTime(at, stamp) },
          }))}
        />
      )}
    </Section>
  )
}

/** Who opened or checked this person's data. */
export async function Accesses({ items }: { items: Record['accesses'] }) {
  const t = await getTranslations('admin')
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
            at: format.dateTime(at, stamp),
            action,
            role: role ?? '–',
            country: country ? countryName(country, language) : '–',
          },
        }))}
      />
    </Section>
  )
}

const stamp = { dateStyle: 'medium', timeStyle: 'short' } as const
