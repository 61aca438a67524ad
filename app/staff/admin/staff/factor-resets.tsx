import { getFormatter, getTranslations } from 'next-intl/server'
import { Address } from '@/components/address'
import Link from '@/components/link'
import { Section } from '@/components/section'
import { Table } from '@/components/table'
import type { Admin } from '@/lib/actor'
import { listOpenFactorResets } from '@/lib/identity/factors/resets/queries'
import { FactorResetTag } from './factor-reset-stage'

/** Factor resets that wait for a second admin or for the day's delay; nothing if there are none. */
export async function Resets({ admin }: { admin: Admin }) {
  const resets = await listOpenFactorResets(admin)
  if (resets.length === 0) return null
  const t = await getTranslations('factorResets')
  const format = await getFormatter()
  return (
    <Section title={t('resets')} lead={t('resetsLead')}>
      <Table
        caption={t('resets')}
        captionHidden
        columns={[
          { key: 'person', label: t('resetPerson'), head: true },
          { key: 'asker', label: t('resetAsker') },
          { key: 'asked', label: t('resetAskedAt') },
          { key: 'state', label: t('resetState') },
        ]}
        rows={resets.map((reset) => ({
          key: reset.id,
          cells: {
            person: (
              <Link className="link" href={`/staff/admin/staff/${reset.person.id}#lost-factor`}>
                <Address>{reset.person.email}</Address>
              </Link>
            ),
            asker: <Address>{reset.asker.email}</Address>,
            asked: format.dateTime(reset.askedAt, { dateStyle: 'medium', timeStyle: 'short' }),
            state: <FactorResetTag reset={reset} />,
          },
        }))}
      />
    </Section>
  )
}
