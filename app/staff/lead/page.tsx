import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { ButtonLink } from '@/components/button'
import { Facts } from '@/components/facts'
import Link from '@/components/link'
import { Notice } from '@/components/notice'
import { PageHead } from '@/components/page-head'
import { Section } from '@/components/section'
import { centreOfLead } from '@/lib/centres/queries/lead'
import { confirmationOfLead } from '@/lib/confirmations/queries'
import { countryName } from '@/lib/countries/rules'
import { currentLanguage } from '@/lib/i18n/language'
import { requireDesk } from '@/lib/identity/session'
import { basisInWords } from './basis'
import { Months } from './months'
import { People } from './people'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations('lead'))('title'),
})

/** The lead's view of a service centre: its people and how many cards they check. */
export default async function YourCentrePage() {
  const desk = await requireDesk()
  const centre = await centreOfLead(desk, new Date())
  if (!centre) notFound()
  const list = (await confirmationOfLead(desk, new Date()))?.list
  const t = await getTranslations('lead')
  return (
    <>
      <PageHead
        title={centre.name}
        lead={t('lead')}
        actions={
          <ButtonLink href="/staff/lead/checks" variant="secondary">
            {t('checksTitle')}
          </ButtonLink>
        }
      />
      {list && list.open > 0 && <ToConfirm open={list.open} />}
      <div className="max-w-2xl">
        <Facts
          items={[
            {
              term: t('place'),
              value: `${centre.city}, ${countryName(centre.country, await currentLanguage())}`,
            },
            { term: t('timeZone'), value: centre.timeZone.replaceAll('_', ' ') },
            { term: t('opening'), value: t(centre.open && centre.basis ? 'open' : 'closed') },
            { term: t('basis'), value: await basisInWords(centre) },
          ]}
        />
      </div>
      <Section title={t('people')} lead={t('peopleLead')}>
        <People people={centre.people} self={desk.id} zone={centre.timeZone} />
      </Section>
      <Section title={t('months')} lead={t('monthsLead')}>
        <Months {...centre} />
      </Section>
    </>
  )
}

/** Shown at the top while the quarter's list is open. */
async function ToConfirm({ open }: { open: number }) {
  const t = await getTranslations('confirmations')
  return (
    <div className="mb-6">
      <Notice tone="warning" title={t('waiting')}>
        <p>{t('waitingText', { open })}</p>
        <Link className="link" href="/staff/lead/confirmation">
          {t('toConfirm')}
        </Link>
      </Notice>
    </div>
  )
}
