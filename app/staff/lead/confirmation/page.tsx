import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { BackLink } from '@/components/back-link'
import { Empty } from '@/components/empty'
import { PageHead } from '@/components/page-head'
import { confirmationOfLead } from '@/lib/confirmations/queries'
import { quarterWords } from '@/lib/confirmations/rules'
import { requireDesk } from '@/lib/identity/session'
import { Confirmation } from '../../confirmation'
import { ConfirmationStateTag } from '../../confirmation-state'
import { answerConfirmation } from './actions'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations('confirmations'))('title'),
})

/** The lead confirms the centre's people once a quarter. */
export default async function ConfirmPage() {
  const desk = await requireDesk()
  const centre = await confirmationOfLead(desk, new Date())
  if (!centre) notFound()
  const { list, timeZone } = centre
  const t = await getTranslations('confirmations')
  return (
    <>
      <PageHead
        eyebrow={list && t('quarter', quarterWords(list.quarter))}
        title={t('title')}
        lead={t('lead')}
        back={<BackLink href="/staff/lead">{centre.name}</BackLink>}
      />
      {list ? (
        <div className="grid gap-6">
          <p>
            <ConfirmationStateTag {...list} />
          </p>
          <Confirmation people={list.people} actor={desk} action={answerConfirmation} zone={timeZone} />
        </div>
      ) : (
        <Empty>{t('none')}</Empty>
      )}
    </>
  )
}
