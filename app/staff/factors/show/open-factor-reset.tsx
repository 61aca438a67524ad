import { getFormatter, getTranslations } from 'next-intl/server'
import { Form } from '@/components/form'
import { Notice } from '@/components/notice'
import { SubmitButton } from '@/components/submit-button'
import type { OwnFactorReset } from '@/lib/identity/factors/resets/queries'
import { cancelOwnFactorReset } from './actions'

/** Warns that a reset of one's own factors was requested, with a button to cancel it; nothing if there is none. */
export async function OpenReset({ reset }: { reset: OwnFactorReset | null }) {
  const t = await getTranslations('factorResets')
  const format = await getFormatter()
  const moment = (at: Date) => format.dateTime(at, { dateStyle: 'long', timeStyle: 'short' })
  // The form stays after cancelling, because it shows the result.
  return (
    <Form action={cancelOwnFactorReset}>
      {reset && (
        <Notice tone="warning" title={t(reset.byThemselves ? 'openOwn' : 'openOther')}>
          <div className="grid justify-items-start gap-3">
            <p>
              {reset.dueAt
                ? t('openConfirmed', { due: moment(reset.dueAt) })
                : t('openAsked', { asked: moment(reset.askedAt) })}
            </p>
            <p>{t('openCancel')}</p>
            <SubmitButton variant="secondary" size="small">
              {t('cancel')}
            </SubmitButton>
          </div>
        </Notice>
      )}
    </Form>
  )
}
