import { getTranslations } from 'next-intl/server'
import { Steps } from '@/components/steps'

const STEPS = ['stepProducts', 'stepInvoice', 'stepCheck'] as const

/** The progress of registering products. */
export async function Progress({ at }: { at: 0 | 1 | 2 }) {
  const t = await getTranslations('registrations.new')
  const items = STEPS.map((key, index) => ({
    key,
    label: t(key),
    state: index < at ? ('done' as const) : index === at ? ('current' as const) : ('todo' as const),
  }))
  return (
    <div className="pb-4">
      <Steps items={items} label={t('steps')} doneWord={t('done')} />
    </div>
  )
}
