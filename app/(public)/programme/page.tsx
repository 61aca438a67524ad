import type { Metadata } from 'next'
import { getFormatter, getTranslations } from 'next-intl/server'
import { Notice } from '@/components/notice'
import { PageHead } from '@/components/page-head'
import { Section } from '@/components/section'
import { whereOffered } from '@/lib/countries/queries'
import { currentLanguage } from '@/lib/i18n/language'
import { statusRulesOn } from '@/lib/memberships/queries'
import { rangeOfServices } from '@/lib/services/queries'
import { ChosenCountry } from '@/lib/status-rules/input'
import { berlinDate, formatDay } from '@/lib/time'
import { EquipmentEntry } from '../equipment-entry'
import { CountryChooser } from './country-chooser'
import { Ladder } from './ladder'
import { Verification } from './verification'
import { WhatCounts } from './what-counts'
import { Where } from './where'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations('programme'))('title'),
})

/** The current programme from the database: the rules in force, the range of services in the selected country, the catalogue. */
export default async function ProgrammePage({ searchParams }: PageProps<'/programme'>) {
  const day = berlinDate(new Date())
  const places = await whereOffered(day)
  const requested = ChosenCountry.parse((await searchParams).country)
  const country = places.offered.find((code) => code === requested) ?? null
  const rule = await statusRulesOn(day)
  const range = await rangeOfServices(country, day, await currentLanguage())
  return (
    <>
      <Head since={rule.effectiveFrom} />
      <div className="grid items-end gap-x-16 gap-y-6 pb-4 lg:grid-cols-2">
        <CountryChooser offered={places.offered} chosen={country} />
        {rule.placeholder && <NotFinal />}
      </div>
      <Ladder tiers={rule.tiers} range={range} />
      <div className="grid gap-x-16 lg:grid-cols-2">
        <Verification />
        <div>
          <WhatCounts />
          <Term />
        </div>
      </div>
      <Where {...places} />
      <EquipmentEntry />
    </>
  )
}

async function Head({ since }: { since: string }) {
  const t = await getTranslations('programme')
  const date = formatDay(await getFormatter(), since)
  return <PageHead size="display" title={t('title')} lead={t('lead')} eyebrow={t('inForce', { date })} />
}

async function NotFinal() {
  const t = await getTranslations('programme')
  return <Notice title={t('placeholderTitle')}>{t('placeholder')}</Notice>
}

async function Term() {
  const t = await getTranslations('programme')
  return (
    <Section title={t('termTitle')}>
      <p className="readable">{t('termText')}</p>
      <p className="readable">{t('termFall')}</p>
    </Section>
  )
}
