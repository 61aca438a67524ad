import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Form } from '@/components/form'
import { PageHead } from '@/components/page-head'
import { SubmitButton } from '@/components/submit-button'
import { requireStaff } from '@/lib/identity/session'
import { ownSessions } from '@/lib/identity/sessions/queries'
import { SessionList } from '../../_shared/session-list'
import { endOwnSession, signOutEverywhere } from './actions'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations('sessions'))('title'),
})

export default async function SessionsPage() {
  const staff = await requireStaff()
  const sessions = await ownSessions(staff, new Date())
  const t = await getTranslations('sessions')
  return (
    <div className="max-w-2xl">
      <PageHead title={t('title')} lead={t('lead')} />
      <SessionList sessions={sessions} end={endOwnSession} />
      <Form action={signOutEverywhere} className="py-8">
        <SubmitButton variant="secondary" className="justify-self-start">
          {t('everywhere')}
        </SubmitButton>
      </Form>
    </div>
  )
}
