import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ButtonLink } from '@/components/button'
import { CardBlank, CardStack } from '@/components/card-blank'
import Link from '@/components/link'
import { HOME } from '@/lib/identity/rules'
import { currentPerson } from '@/lib/identity/session'
import { STATUSES } from '@/lib/lists'
import { statusRulesOn } from '@/lib/memberships/queries'
import { berlinDate } from '@/lib/time'
import { EquipmentEntry } from './equipment-entry'
import styles from './page.module.css'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: { absolute: `LUMIX PRO – ${(await getTranslations('front'))('title')}` },
})

export default async function FrontPage() {
  return (
    <>
      <Hero />
      <How />
      <Statuses />
      <EquipmentEntry />
    </>
  )
}

async function Hero() {
  const t = await getTranslations('front')
  const words = await getTranslations('account')
  const actor = await currentPerson()
  return (
    <section className="grid items-center gap-x-12 gap-y-6 py-10 lg:grid-cols-[6fr_5fr] lg:py-14">
      <div className="grid justify-items-start gap-7">
        <h1 className="text-display tracking-[-0.035em]">{t('headline')}</h1>
        <p className="max-w-[34rem] text-pretty text-lg text-soft">{t('lead')}</p>
        <div className="flex flex-wrap gap-3">
          <ButtonLink href={actor ? HOME[actor.role] : '/join'} size="large">
            {actor ? t('account') : t('join')}
          </ButtonLink>
          <ButtonLink href="/programme" variant="secondary" size="large">
            {t('programme')}
          </ButtonLink>
        </div>
        {!actor && <p className="text-soft">{t('free')}</p>}
      </div>
      <div className="mx-auto w-full max-w-[34rem]">
        <CardStack cards={STATUSES.map((status) => ({ material: status, status: words(status) }))} />
      </div>
    </section>
  )
}

async function How() {
  const t = await getTranslations('front')
  return (
    <section aria-labelledby="how" className="grid gap-8 py-12 sm:py-16">
      <h2 id="how" className="text-3xl">
        {t('howTitle')}
      </h2>
      <ol className={styles.steps}>
        {([1, 2, 3, 4] as const).map((step) => (
          <li key={step}>
            <span className={styles.number} aria-hidden="true">
              {String(step).padStart(2, '0')}
            </span>
            <div className={styles.text}>
              <h3 className="text-xl">{t(`how${step}`)}</h3>
              <p className="text-pretty text-soft">{t(`how${step}Text`)}</p>
            </div>
          </li>
        ))}
      </ol>
    </section>
  )
}

async function Statuses() {
  const t = await getTranslations('front')
  const words = await getTranslations('account')
  const { tiers, placeholder } = await statusRulesOn(berlinDate(new Date()))
  return (
    <section aria-labelledby="statuses" className="grid gap-8 py-12 sm:py-16">
      <div className="grid gap-3">
        <h2 id="statuses" className="text-3xl">
          {t('statusTitle')}
        </h2>
        <p className="readable text-lg text-soft">{t('statusLead')}</p>
      </div>
      <ul className="grid gap-x-6 gap-y-6 sm:grid-cols-2 lg:grid-cols-5">
        {STATUSES.map((status) => (
          <li
            key={status}
            className="grid grid-cols-[2fr_3fr] items-center gap-4 lg:grid-cols-1 lg:content-start"
          >
            <CardBlank material={status} status={words(status)} />
            <p className="grid">
              <b className="font-bold text-xl">{words(status)}</b>
              <Needs tier={tiers.find((tier) => tier.status === status)} />
            </p>
          </li>
        ))}
      </ul>
      <p className="flex flex-wrap gap-x-8 gap-y-1 text-soft">
        <Link className="link inline-flex min-h-11 items-center" href="/programme">
          {t('programme')}
        </Link>
        {placeholder && <span className="py-2">{t('placeholder')}</span>}
      </p>
    </section>
  )
}

async function Needs({ tier }: { tier?: { products: number; cameras: number } }) {
  const t = await getTranslations('front')
  if (!tier) return <span className="text-soft">{t('byInvitation')}</span>
  if (tier.products === 0) return <span className="text-soft">{t('needsNothing')}</span>
  return (
    <>
      <span>{t('needs', { products: tier.products })}</span>
      {tier.cameras > 0 && <span className="text-soft">{t('cameras', { cameras: tier.cameras })}</span>}
    </>
  )
}
