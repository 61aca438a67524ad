import { getTranslations } from 'next-intl/server'
import { Facts } from '@/components/facts'
import { StatusTag } from '@/components/status-tag'
import type { Tier } from '@/lib/memberships/rules'

/** The thresholds of each status. */
export async function Tiers({ tiers }: { tiers: readonly Tier[] }) {
  const words = await getTranslations('account')
  return (
    <Facts
      items={tiers.map(({ status, ...needed }) => ({
        key: status,
        term: <StatusTag material={status}>{words(status)}</StatusTag>,
        value: <Needs {...needed} />,
      }))}
    />
  )
}

export async function Needs({ products, cameras }: Omit<Tier, 'status'>) {
  const t = await getTranslations('statusRules')
  return products === 0 ? t('needsNothing') : t('needs', { products, cameras })
}
