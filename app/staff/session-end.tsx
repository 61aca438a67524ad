import { getTranslations } from 'next-intl/server'
import { SESSION_LIMITS, SESSION_WARNING } from '@/lib/identity/sessions/rules'
import type { Role } from '@/lib/lists'
import { SessionWarning } from './session-warning'

const HOUR = 60 * 60_000
const WHOLE_MINUTES = Array.from({ length: SESSION_WARNING / 60_000 }, (_, index) => index + 1)

/** The warning before the end of the session, with the texts for a role. */
export async function SessionEnd({ role }: { role: Role }) {
  const t = await getTranslations('timeLeft')
  const texts = {
    label: t('label'),
    ending: t('ending'),
    minutes: WHOLE_MINUTES.map((minutes) => t('minutes', { minutes })),
    extendable: t('extendable'),
    stay: t('stay'),
    key: t('key'),
    final: t('final', { hours: SESSION_LIMITS[role].absolute / HOUR }),
    understood: t('understood'),
    over: t('over'),
    overText: t('overText'),
    signIn: t('signIn'),
    close: t('close'),
  }
  return <SessionWarning texts={texts} />
}
