import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { BackLink } from '@/components/back-link'
import { DoneNotice } from '@/components/done-notice'
import { PageHead } from '@/components/page-head'
import { Section } from '@/components/section'
import { requireAdmin } from '@/lib/identity/session'
import { openVersion } from '@/lib/texts/queries/versions'
import { berlinDate } from '@/lib/time'
import { Begin } from '../begin'
import { About } from './about'
import { DraftForms } from './draft-forms'
import { Preview } from './preview'
import { Withdraw } from './withdraw'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations('texts'))('adminTitle'),
})

export type Version = NonNullable<Awaited<ReturnType<typeof openVersion>>>

/** One version: a draft to edit, or a published one, with both languages side by side. */
export default async function TextPage({
  params,
  searchParams,
}: PageProps<'/staff/admin/programme/texts/[id]'>) {
  const admin = await requireAdmin()
  const id = z.uuid().safeParse((await params).id)
  const version = id.success && (await openVersion(admin, id.data, berlinDate(new Date())))
  if (!version) notFound()
  const { done } = await searchParams
  const t = await getTranslations('texts')
  return (
    <>
      <PageHead
        back={<BackLink href="/staff/admin/programme/texts">{t('adminTitle')}</BackLink>}
        eyebrow={t(version.kind)}
        title={version.version}
      />
      <DoneNotice done={done} acts={['saved', 'published', 'nowWithdrawn']} words={(act) => t(act)} />
      <About version={version} />
      {version.state === 'draft' ? (
        <DraftForms version={version} />
      ) : (
        <Preview version={version} title={t('text')} />
      )}
      {version.state === 'coming' && <Withdraw id={version.id} />}
      {version.state !== 'draft' && (
        <Section title={t(`newVersion_${version.kind}`)} lead={t('beginLead')}>
          <Begin id={version.id}>{t('begin')}</Begin>
        </Section>
      )}
    </>
  )
}
