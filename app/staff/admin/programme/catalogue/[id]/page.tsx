import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { BackLink } from '@/components/back-link'
import { DoneNotice } from '@/components/done-notice'
import { Facts } from '@/components/facts'
import { Form } from '@/components/form'
import { PageHead } from '@/components/page-head'
import { Section } from '@/components/section'
import { SubmitButton } from '@/components/submit-button'
import type { CatalogueEntry } from '@/lib/catalogue/changes'
import { qualifyingStateOn } from '@/lib/catalogue/counting'
import { findEntry, listMounts } from '@/lib/catalogue/queries/catalogue'
import { requireAdmin } from '@/lib/identity/session'
import { berlinDate } from '@/lib/time'
import { changeProduct, removeProduct } from '../actions'
import { Counts } from '../counts'
import { ProductFields } from '../product-fields'
import { Holders } from './holders'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations('catalogue'))('title'),
})

export default async function ProductPage({
  params,
  searchParams,
}: PageProps<'/staff/admin/programme/catalogue/[id]'>) {
  const admin = await requireAdmin()
  const entry = await findEntry(admin, (await params).id)
  if (!entry) notFound()
  const t = await getTranslations('catalogue')
  return (
    <div className="max-w-2xl">
      <PageHead
        title={entry.name}
        lead={<span className="mono">{entry.modelNumber}</span>}
        back={<BackLink href="/staff/admin/programme/catalogue">{t('title')}</BackLink>}
      />
      <DoneNotice done={(await searchParams).done} acts={['added']} words={(act) => t(act)} />
      <Section title={t('facts')}>
        <About entry={entry} />
      </Section>
      <Holders admin={admin} entry={entry} />
      <Section title={t('change')} lead={t('changeLead')}>
        <Form action={changeProduct}>
          <input type="hidden" name="id" value={entry.id} />
          <input type="hidden" name="version" value={entry.version} />
          <ProductFields mounts={await listMounts(admin)} product={entry} />
          <SubmitButton className="justify-self-start">{t('save')}</SubmitButton>
        </Form>
      </Section>
      {!entry.registered && (
        <Section title={t('remove')} lead={t('removeLead')}>
          <Form action={removeProduct}>
            <input type="hidden" name="id" value={entry.id} />
            <SubmitButton variant="danger" className="justify-self-start">
              {t('removeButton')}
            </SubmitButton>
          </Form>
        </Section>
      )}
    </div>
  )
}

async function About({ entry }: { entry: CatalogueEntry }) {
  const t = await getTranslations('catalogue')
  const state = qualifyingStateOn(entry, berlinDate(new Date()))
  return (
    <Facts
      items={[
        { term: t('kind'), value: t(entry.kind) },
        { term: t('mount'), value: entry.mount },
        { term: t('stands'), value: <Counts dates={entry} state={state} /> },
        { term: t('aliases'), value: entry.aliases.join(', ') || t('none') },
        { term: t('source'), value: entry.source },
      ]}
    />
  )
}
