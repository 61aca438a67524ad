import { getFormatter, getTranslations } from 'next-intl/server'
import { ConfirmationStateTag } from '@/app/staff/confirmation-state'
import { Facts } from '@/components/facts'
import Link from '@/components/link'
import { Section } from '@/components/section'
import type { Admin } from '@/lib/actor'
import { confirmationOfCentre } from '@/lib/confirmations/queries'
import { quarterWords } from '@/lib/confirmations/rules'

/** The state of the centre's latest confirmation list, with a link to it. */
export async function LastList({ admin, centre }: { admin: Admin; centre: string }) {
  const t = await getTranslations('confirmations')
  const list = await confirmationOfCentre(admin, centre, new Date())
  const format = await getFormatter()
  const day = (at: Date) => format.dateTime(at, { dateStyle: 'long' })
  if (!list) return <Section title={t('title')} lead={t('none')} />
  return (
    <Section title={t('title')} lead={t('quarter', quarterWords(list.quarter))}>
      <Facts
        items={[
          { term: t('stands'), value: <ConfirmationStateTag {...list} /> },
          { term: t('asked'), value: day(list.createdAt) },
          ...(list.remindedAt ? [{ term: t('reminded'), value: day(list.remindedAt) }] : []),
          ...(list.lateAt ? [{ term: t('told'), value: day(list.lateAt) }] : []),
        ]}
      />
      <p>
        <Link className="link" href={`/staff/admin/centres/${centre}/confirmation`}>
          {t('toList')}
        </Link>
      </p>
    </Section>
  )
}
