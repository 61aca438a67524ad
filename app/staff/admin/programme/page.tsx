import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ButtonLink } from '@/components/button'
import { PageHead } from '@/components/page-head'
import { Section } from '@/components/section'
import { requireAdmin } from '@/lib/identity/session'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations('statusRules'))('title'),
})

/** The parts of the programme, each with its own page. */
const PARTS = [
  {
    page: 'status-rules',
    title: 'statusRules.rules',
    lead: 'statusRules.rulesLead',
    open: 'statusRules.open',
  },
  { page: 'services', title: 'services.title', lead: 'services.lead', open: 'services.open' },
  { page: 'catalogue', title: 'catalogue.title', lead: 'catalogue.lead', open: 'catalogue.open' },
  { page: 'countries', title: 'countries.title', lead: 'countries.lead', open: 'countries.open' },
  { page: 'reasons', title: 'reasons.title', lead: 'reasons.lead', open: 'reasons.open' },
  { page: 'texts', title: 'texts.adminTitle', lead: 'texts.adminLead', open: 'texts.open' },
  {
    page: 'translations',
    title: 'services.translations',
    lead: 'services.translationsLead',
    open: 'services.openMissing',
  },
] as const

export default async function AdminProgrammePage() {
  await requireAdmin()
  const t = await getTranslations()
  return (
    <>
      <PageHead title={t('statusRules.title')} lead={t('statusRules.lead')} />
      <div className="grid gap-x-12 lg:grid-cols-2">
        {PARTS.map(({ page, title, lead, open }) => (
          <Section key={page} title={t(title)} lead={t(lead)}>
            <p>
              <ButtonLink variant="secondary" href={`/staff/admin/programme/${page}`}>
                {t(open)}
              </ButtonLink>
            </p>
          </Section>
        ))}
      </div>
    </>
  )
}
