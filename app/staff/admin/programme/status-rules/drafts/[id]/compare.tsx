import { getTranslations } from 'next-intl/server'
import { StatusTag } from '@/components/status-tag'
import { Table } from '@/components/table'
import type { Tier } from '@/lib/memberships/rules'
import { STATUSES_WITH_THRESHOLDS, type Thresholds, thresholdsOf } from '@/lib/status-rules/rules'
import { Needs } from '../../tiers'

type Props = { before: readonly Tier[]; proposed: Thresholds; day: string }

/** Compares the thresholds before and from the day on; changes are emphasised. */
export async function Compare({ before, proposed, day }: Props) {
  const t = await getTranslations('statusRules')
  const words = await getTranslations('account')
  const current = thresholdsOf(before)
  const same = (status: (typeof STATUSES_WITH_THRESHOLDS)[number]) =>
    current[status].products === proposed[status].products &&
    current[status].cameras === proposed[status].cameras
  return (
    <Table
      caption={t('compare')}
      captionHidden
      columns={[
        { key: 'status', label: t('status'), head: true },
        { key: 'before', label: t('untilThen') },
        { key: 'from', label: t('fromThen', { day }) },
      ]}
      rows={STATUSES_WITH_THRESHOLDS.map((status) => ({
        key: status,
        cells: {
          status: <StatusTag material={status}>{words(status)}</StatusTag>,
          before: <Needs {...current[status]} />,
          from: same(status) ? (
            <span className="text-soft">{t('unchanged')}</span>
          ) : (
            <strong>
              <Needs {...proposed[status]} />
            </strong>
          ),
        },
      }))}
    />
  )
}
