import { getFormatter, getTranslations } from 'next-intl/server'
import { Section } from '@/components/section'
import type { Admin } from '@/lib/actor'
import type { CatalogueEntry } from '@/lib/catalogue/changes'
import { countHolders } from '@/lib/catalogue/queries/catalogue'
import { formatDay } from '@/lib/time'

/** How many members a change of the dates affects, and until when the product counts for them once an end is set. */
export async function Holders({ admin, entry }: { admin: Admin; entry: CatalogueEntry }) {
  const t = await getTranslations('catalogue')
  const format = await getFormatter()
  const { members, counting, until } = await countHolders(admin, entry.id, new Date())
  const date = until && formatDay(format, until)
  return (
    <Section title={t('holders')}>
      <p className="readable">{members === 0 ? t('holdersNone') : t('holdersText', { members, counting })}</p>
      {date && <p className="readable">{t('holdersUntil', { date })}</p>}
    </Section>
  )
}
