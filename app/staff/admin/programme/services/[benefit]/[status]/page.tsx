import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { BackLink } from '@/components/back-link'
import { Notice } from '@/components/notice'
import { PageHead } from '@/components/page-head'
import { StatusTag } from '@/components/status-tag'
import { countryName } from '@/lib/countries/rules'
import { currentLanguage } from '@/lib/i18n/language'
import { requireAdmin } from '@/lib/identity/session'
import { AskedBenefit, AskedCountry, AskedStatus } from '@/lib/services/input'
import { findBenefit, linesOf } from '@/lib/services/queries'
import { lineOn, seenOf } from '@/lib/services/rules'
import { berlinDate } from '@/lib/time'
import { ChangeForm } from './change-form'
import { Lines } from './lines'
import { StopForm } from './stop-form'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations('services'))('placeTitle'),
})

const DONE = ['changed', 'ended'] as const

/** One benefit for one status, in every country or in one: its lines, and what can be done to them from a day on. */
export default async function PlacePage({
  params,
  searchParams,
}: PageProps<'/staff/admin/programme/services/[benefit]/[status]'>) {
  const admin = await requireAdmin()
  const [asked, query] = [await params, await searchParams]
  const [id, status] = [AskedBenefit.parse(asked.benefit), AskedStatus.parse(asked.status)]
  const benefit = id && (await findBenefit(admin, id))
  if (!benefit || !status) notFound()
  const country = AskedCountry.parse(query.country)
  const today = berlinDate(new Date())
  const place = { benefit: benefit.id, status, country }
  const lines = await linesOf(admin, place)
  const elsewhere = country ? await linesOf(admin, { ...place, country: null }) : lines
  const from = lineOn(lines, today) ?? lines[0] ?? lineOn(elsewhere, today)
  const form = { place, seen: seenOf(lines, today), today }
  const t = await getTranslations('services')
  const words = await getTranslations('account')
  const language = await currentLanguage()
  const done = DONE.find((one) => one === query.done)
  const where = country ? countryName(country, language) : t('everyCountry')
  return (
    <>
      <PageHead
        back={
          <BackLink href={`/staff/admin/programme/services${country ? `?country=${country}` : ''}`}>
            {t('title')}
          </BackLink>
        }
        eyebrow={<StatusTag material={status}>{words(status)}</StatusTag>}
        title={benefit.texts[language] || benefit.texts.en}
        lead={country ? t('placeLeadIn', { country: where }) : t('placeLead')}
      />
      {done && (
        <Notice tone="success" role="status">
          {t(`done_${done}`)}
        </Notice>
      )}
      <Lines lines={lines} today={today} where={where} />
      <ChangeForm {...form} unit={benefit.unit} from={from} />
      {lines.some(({ effectiveTo }) => effectiveTo === null || effectiveTo > today) && <StopForm {...form} />}
    </>
  )
}
