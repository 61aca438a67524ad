import { getTranslations } from 'next-intl/server'
import { SessionList } from '@/app/_shared/session-list'
import { Form } from '@/components/form'
import { Section } from '@/components/section'
import { SubmitButton } from '@/components/submit-button'
import type { Admin } from '@/lib/actor'
import { sessionsOf } from '@/lib/identity/sessions/queries'
import { endAllSessions, endOneSession } from './actions'

/** The member's sessions, which can be ended: for a lost phone, or at a caller's request. */
export async function Devices({ admin, account }: { admin: Admin; account: string }) {
  const t = await getTranslations('sessions')
  const sessions = await sessionsOf(admin, account, new Date())
  return (
    <Section title={t('title')}>
      <SessionList sessions={sessions} end={endOneSession} />
      {sessions.length > 0 && (
        <Form action={endAllSessions}>
          <input type="hidden" name="account" value={account} />
          <SubmitButton variant="secondary" className="justify-self-start">
            {t('everywhere')}
          </SubmitButton>
        </Form>
      )}
    </Section>
  )
}
