import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ButtonLink } from '@/components/button'
import { PageHead } from '@/components/page-head'
import { Section } from '@/components/section'
import { requireAdmin } from '@/lib/auth/session'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations('programmeRules'))('title'),
})

export default async function AdminProgrammePage() {
  await requireAdmin()
  const t = await getTranslations('programmeRules')
  const services = await getTranslations('services')
  const catalogue = await getTranslations('catalogue')
  const countries = await getTranslations('countries')
  const reasons = await getTranslations('reasons')
  const documents = await getTranslations('documents')
  return (
    <>
      <PageHead title={t('title')} lead={t('lead')} />
      <div className="grid gap-x-12 lg:grid-cols-2">
        <Section title={t('rules')} lead={t('rulesLead')}>
          <p>
            <ButtonLink variant="secondary" href="/staff/admin/programme/rules">
              {t('open')}
            </ButtonLink>
          </p>
        </Section>
        <Section title={services('title')} lead={services('lead')}>
          <p>
            <ButtonLink variant="secondary" href="/staff/admin/programme/services">
              {services('open')}
            </ButtonLink>
          </p>
        </Section>
        <Section title={catalogue('title')} lead={catalogue('lead')}>
          <p>
            <ButtonLink variant="secondary" href="/staff/admin/programme/catalogue">
              {catalogue('open')}
            </ButtonLink>
          </p>
        </Section>
        <Section title={countries('title')} lead={countries('lead')}>
          <p>
            <ButtonLink variant="secondary" href="/staff/admin/programme/countries">
              {countries('open')}
            </ButtonLink>
          </p>
        </Section>
        <Section title={reasons('title')} lead={reasons('lead')}>
          <p>
            <ButtonLink variant="secondary" href="/staff/admin/programme/reasons">
              {reasons('open')}
            </ButtonLink>
          </p>
        </Section>
        <Section title={documents('adminTitle')} lead={documents('adminLead')}>
          <p>
            <ButtonLink variant="secondary" href="/staff/admin/programme/texts">
              {documents('open')}
            </ButtonLink>
          </p>
        </Section>
        <Section title={services('translations')} lead={services('translationsLead')}>
          <p>
            <ButtonLink variant="secondary" href="/staff/admin/programme/translations">
              {services('openMissing')}
            </ButtonLink>
          </p>
        </Section>
      </div>
    </>
  )
}
