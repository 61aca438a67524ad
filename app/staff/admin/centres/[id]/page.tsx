import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { BackLink } from '@/components/back-link'
import { Form } from '@/components/form'
import { Notice } from '@/components/notice'
import { PageHead } from '@/components/page-head'
import { Section } from '@/components/section'
import { SubmitButton } from '@/components/submit-button'
import { findCentre } from '@/lib/centres/queries/centres'
import { requireAdmin } from '@/lib/identity/session'
import { changeCentre, setCentreOpen } from '../actions'
import { CentreFields } from '../centre-fields'
import { LastList } from './last-confirmation'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations('centres'))('title'),
})

export default async function CentrePage({ params }: PageProps<'/staff/admin/centres/[id]'>) {
  const admin = await requireAdmin()
  const id = z.uuid().safeParse((await params).id)
  const centre = id.success && (await findCentre(admin, id.data))
  if (!centre) notFound()
  const t = await getTranslations('centres')
  return (
    <div className="max-w-2xl">
      <PageHead title={centre.name} back={<BackLink href="/staff/admin/centres">{t('title')}</BackLink>} />
      {!centre.basis && <Notice tone="danger">{t('noBasis')}</Notice>}
      <Section title={t('facts')}>
        <Form action={changeCentre}>
          <input type="hidden" name="id" value={centre.id} />
          <CentreFields centre={centre} />
          <SubmitButton className="justify-self-start">{t('save')}</SubmitButton>
        </Form>
      </Section>
      <LastList admin={admin} centre={centre.id} />
      <Section title={t('opening')} lead={t(centre.open ? 'openLead' : 'closedLead')}>
        <Form action={setCentreOpen}>
          <input type="hidden" name="id" value={centre.id} />
          <SubmitButton
            name="open"
            value={centre.open ? 'no' : 'yes'}
            variant={centre.open ? 'danger' : 'secondary'}
            className="justify-self-start"
          >
            {t(centre.open ? 'close' : 'reopen')}
          </SubmitButton>
        </Form>
      </Section>
    </div>
  )
}
