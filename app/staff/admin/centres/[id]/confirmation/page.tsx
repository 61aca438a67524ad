import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { Confirmation } from '@/app/staff/confirmation'
import { ConfirmationStateTag } from '@/app/staff/confirmation-state'
import { BackLink } from '@/components/back-link'
import { Empty } from '@/components/empty'
import { PageHead } from '@/components/page-head'
import { findCentre } from '@/lib/centres/queries/centres'
import { confirmationOfCentre } from '@/lib/confirmations/queries'
import { quarterWords } from '@/lib/confirmations/rules'
import { requireAdmin } from '@/lib/identity/session'
import { answerConfirmation } from './actions'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations('confirmations'))('title'),
})

/** The lead's list, for when there is no lead, or the lead does not respond. */
export default async function ConfirmPage({ params }: PageProps<'/staff/admin/centres/[id]/confirmation'>) {
  const admin = await requireAdmin()
  const id = z.uuid().safeParse((await params).id)
  const centre = id.success && (await findCentre(admin, id.data))
  if (!centre) notFound()
  const list = await confirmationOfCentre(admin, centre.id, new Date())
  const t = await getTranslations('confirmations')
  return (
    <>
      <PageHead
        eyebrow={list && t('quarter', quarterWords(list.quarter))}
        title={t('title')}
        lead={t(centre.lead ? 'leadAdmin' : 'leadNoLead')}
        back={<BackLink href={`/staff/admin/centres/${centre.id}`}>{centre.name}</BackLink>}
      />
      {list ? (
        <div className="grid gap-6">
          <p>
            <ConfirmationStateTag {...list} />
          </p>
          <Confirmation people={list.people} actor={admin} action={answerConfirmation} zone="Europe/Berlin" />
        </div>
      ) : (
        <Empty>{t('none')}</Empty>
      )}
    </>
  )
}
