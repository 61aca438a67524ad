import type { Metadata } from 'next'
import { getFormatter, getTranslations } from 'next-intl/server'
import { BackLink } from '@/components/back-link'
import { Empty } from '@/components/empty'
import { PageHead } from '@/components/page-head'
import { NumberedPager } from '@/components/pager'
import { Table } from '@/components/table'
import { countryName } from '@/lib/countries/rules'
import { checksOf } from '@/lib/desk/queries'
import { currentLanguage } from '@/lib/i18n/language'
import { requireMember } from '@/lib/identity/session'
import { pageNumber } from '@/lib/paging'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations('account'))('checksTitle'),
})

export default async function ChecksPage({ searchParams }: PageProps<'/account/checks'>) {
  const member = await requireMember()
  const page = pageNumber((await searchParams).page)
  const { checks, more } = await checksOf(member, page)
  const t = await getTranslations('account')
  return (
    <>
      <PageHead
        title={t('checksTitle')}
        lead={t('checksLead')}
        back={<BackLink href="/account">{t('backToAccount')}</BackLink>}
      />
      {checks.length === 0 ? <Empty>{t('checksEmpty')}</Empty> : <Checks checks={checks} />}
      <NumberedPager
        label={t('checksTitle')}
        path="/account/checks"
        page={page}
        more={more}
        previous={t('newer')}
        next={t('older')}
      />
    </>
  )
}

async function Checks({ checks }: { checks: Awaited<ReturnType<typeof checksOf>>['checks'] }) {
  const t = await getTranslations('account')
  const format = await getFormatter()
  const language = await currentLanguage()
  return (
    <Table
      caption={t('checksTitle')}
      captionHidden
      columns={[
        { key: 'centre', label: t('checkCentre'), head: true },
        { key: 'country', label: t('checkCountry') },
        { key: 'when', label: t('checkWhen') },
        { key: 'why', label: t('checkWhy') },
      ]}
      rows={checks.map((check) => ({
        key: String(check.id),
        cells: {
          centre:
            check.action === 'card.checked'
              ? [check.centre, check.city].filter(Boolean).join(', ')
              : t('byAdministrator'),
          country: check.country && countryName(check.country, language),
          when: format.dateTime(check.at, { dateStyle: 'medium', timeStyle: 'short' }),
          why: check.purpose ? t(`purpose_${check.purpose}`) : t(readWhy(check)),
        },
      }))}
    />
  )
}

/** The message key for what an administrator read, including the reason given for an invoice. */
function readWhy({ action, reason }: { action: string; reason: string | null }) {
  if (action === 'member.read') return 'read_record'
  if (reason === 'member-asked' || reason === 'complaint' || reason === 'misuse')
    return `read_${reason}` as const
  return 'read_review'
}
