import { getTranslations } from 'next-intl/server'
import { ButtonLink } from '@/components/button'
import { Meter } from '@/components/meter'
import { StatusPlate } from '@/components/status-plate'
import { currentLanguage } from '@/lib/i18n/language'
import { currentPerson } from '@/lib/identity/session'
import type { Status } from '@/lib/lists'
import { rangeOfServices } from '@/lib/services/queries'
import type { statusOfEquipment } from '@/lib/status-rules/queries/equipment'
import { berlinDate } from '@/lib/time'

type Equipment = Awaited<ReturnType<typeof statusOfEquipment>>

/** The status that the equipment would give, and what is missing for the next. */
export async function StatusResult({ equipment }: { equipment: Equipment }) {
  const t = await getTranslations('programme.equipment')
  const status = (await getTranslations('account'))(equipment.status)
  return (
    <section aria-label={t('result')} className="grid gap-6">
      <StatusPlate
        as="h2"
        material={equipment.status}
        eyebrow={t('wouldBe')}
        status={status}
        until={t('counted', equipment.counts)}
      />
      <p role="status" className="sr-only">
        {t('wouldBe')} {status}. {t('counted', equipment.counts)}
      </p>
      <NextStatus equipment={equipment} />
    </section>
  )
}

/** The services of the status, and how to obtain it. */
export function Meaning({ equipment: { status, placeholder } }: { equipment: Equipment }) {
  return (
    <div className="grid gap-6">
      <StatusServices status={status} />
      <HowToObtain placeholder={placeholder} />
    </div>
  )
}

async function NextStatus({ equipment: { next, goal, counts } }: { equipment: Equipment }) {
  const t = await getTranslations('programme.equipment')
  const words = await getTranslations('account')
  if (!next || !goal) return <p className="readable">{t('top')}</p>
  const status = words(next.status)
  return (
    <div className="grid gap-3">
      <Meter
        label={t('towards', { status })}
        text={t('ofNeeded', { have: counts.products, needed: goal.products })}
        verified={counts.products}
        needed={goal.products}
      />
      <p className="readable text-soft">
        {t('missing', { products: next.products, cameras: next.cameras, status })}
      </p>
    </div>
  )
}

async function StatusServices({ status }: { status: Status }) {
  const t = await getTranslations('programme.equipment')
  const words = await getTranslations('account')
  const range = await rangeOfServices(null, berlinDate(new Date()), await currentLanguage())
  if (range[status].length === 0) return <p className="readable text-soft">{words('noServices')}</p>
  return (
    <div className="grid gap-3">
      <h3 className="text-xl">{t('brings', { status: words(status) })}</h3>
      <ul className="grid gap-1.5 border-line border-l-2 pl-5">
        {range[status].map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  )
}

/** How to obtain the status. */
async function HowToObtain({ placeholder }: { placeholder: boolean }) {
  const t = await getTranslations('programme.equipment')
  const actor = await currentPerson()
  const programme = await getTranslations('programme')
  return (
    <div className="grid justify-items-start gap-4 border-line border-t pt-6">
      <p className="readable text-soft">
        {t('joinText')} {placeholder && programme('placeholder')}
      </p>
      {actor?.role === 'member' && <ButtonLink href="/account/registrations/new">{t('register')}</ButtonLink>}
      {!actor && <ButtonLink href="/join">{t('join')}</ButtonLink>}
    </div>
  )
}
