import { getFormatter, getTranslations } from 'next-intl/server'
import { Address } from '@/components/address'
import Link from '@/components/link'
import { StateTag } from '@/components/state-tag'
import { Table } from '@/components/table'
import type { centreOfLead } from '@/lib/centres/queries/lead'

type Listed = NonNullable<Awaited<ReturnType<typeof centreOfLead>>>['people']
type Props = { people: Listed; self: string; zone: string }

/** Who works at the centre, or did until the account was disabled. */
export async function People({ people, self, zone }: Props) {
  const t = await getTranslations('lead')
  const format = await getFormatter()
  return (
    <Table
      caption={t('people')}
      captionHidden
      columns={[
        { key: 'email', label: t('email'), head: true },
        { key: 'seen', label: t('seen') },
        { key: 'factor', label: t('factor') },
        { key: 'state', label: t('state') },
        { key: 'checks', label: t('checks') },
      ]}
      rows={people.map(({ id, email, lastSeenAt, disabledAt, factor }) => ({
        key: id,
        cells: {
          email: (
            <>
              <Address>{email}</Address>
              {id === self && <span className="text-soft"> ({t('you')})</span>}
            </>
          ),
          seen: lastSeenAt
            ? format.dateTime(lastSeenAt, { dateStyle: 'medium', timeStyle: 'short', timeZone: zone })
            : t('never'),
          factor: t(factor ? 'factorYes' : 'factorNo'),
          state: disabledAt ? (
            <StateTag tone="danger">{t('disabled')}</StateTag>
          ) : (
            <StateTag tone="success">{t('active')}</StateTag>
          ),
          checks: (
            <Link
              className="link"
              href={`/staff/lead/checks?person=${id}`}
              aria-label={t('checksOf', { email })}
            >
              {t('theirChecks')}
            </Link>
          ),
        },
      }))}
    />
  )
}
