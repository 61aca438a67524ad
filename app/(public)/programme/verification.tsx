import { getTranslations } from 'next-intl/server'
import { Section } from '@/components/section'

/** How an invoice becomes a status. */
export async function Verification() {
  const t = await getTranslations('programme')
  return (
    <Section title={t('verifyTitle')}>
      <ol className="grid gap-6">
        {([1, 2, 3, 4] as const).map((step) => (
          <li key={step} className="grid grid-cols-[3rem_1fr] items-baseline">
            <span aria-hidden="true" className="mono text-lg text-soft">
              {String(step).padStart(2, '0')}
            </span>
            <div className="grid gap-1">
              <h3 className="text-xl">{t(`verify${step}`)}</h3>
              <p className="readable text-soft">{t(`verify${step}Text`)}</p>
            </div>
          </li>
        ))}
      </ol>
    </Section>
  )
}
