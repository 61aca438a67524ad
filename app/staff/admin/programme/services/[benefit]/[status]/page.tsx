import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { BackLink } from '@/components/back-link'
import { DoneNotice } from '@/components/done-notice'
import { PageHead } from '@/components/page-head'
import { StatusTag } from '@/components/status-tag'
import { withQuery } from '@/lib/addresses'
import { countryName } from '@/lib/countries/rules'
import { currentLanguage } from '@/lib/i18n/language'
import { requireAdmin } from '@/lib/identity/session'
import { BenefitParameter, CountryParameter, StatusParameter } from '@/lib/services/input'
import { findBenefit, linesOf } from '@/lib/services/queries'
import { lineOn, seenOf } from '@/lib/services/rules'
import { berlinDate } from '@/lib/time'
import { ChangeForm } from './change-form'
import { Lines } from './lines'
import { StopForm } from './stop-form'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations('services'))('placeTitle'),
})

/** One benefit for one status, in every country or in one: its lines, and the forms to change them. */
export default async function PlacePage({
  params,
  searchParams,
}: PageProps<'/staff/admin/programme/services/[benefit]/[status]'>) {
  const admin = await requireAdmin()
  const [routeParams, query] = [await params, await searchParams]
  const [id, status] = [
    BenefitParameter.parse(routeParams.benefit),
    StatusParameter.parse(routeParams.status),
  ]
  const benefit = id && (await findBenefit(admin, id))
  if (!benefit || !status) notFound()
  const country = CountryParameter.parse(query.country)
  const today = berlinDate(new Date())
  const place = { benefit: benefit.id, status, country }
  const lines = await linesOf(admin, place)
  const elsewhere = country ? await linesOf(admin, { ...place, country: null }) : lines
  const from = lineOn(lines, today) ?? lines[0] ?? lineOn(elsewhere, today)
  const form = { place, seen: seenOf(lines, today), today }
  const t = await getTranslations('services')
  const words = await getTranslations('account')
  const language = await currentLanguage()
  const where = country ? countryName(country, language) : t('everyCountry')
  return (
    <>
      <PageHead
        back={
          <BackLink href={withQuery('/staff/admin/programme/services', { country })}>{t('title')}</BackLink>
        }
        eyebrow={<StatusTag material={status}>{words(status)}</StatusTag>}
        title={benefit.texts[language] || benefit.texts.en}
        lead={country ? t('placeLeadIn', { country: where }) : t('placeLead')}
      />
      <DoneNotice done={query.done} acts={['changed', 'ended']} words={(act) => t(`done_${act}`)} />
      <Lines lines={lines} today={today} where={where} />
      <ChangeForm {...form} unit={benefit.unit} from={from} />
      {lines.some(({ effectiveTo }) => effectiveTo === null || effectiveTo > today) && <StopForm {...form} />}
    </>
  )
}
