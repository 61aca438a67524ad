import type { Metadata } from 'next'
import { getFormatter, getTranslations } from 'next-intl/server'
import { PageHead } from '@/components/page-head'
import { Section } from '@/components/section'
import { berlinDate } from '@/lib/calendar'
import { documentOn } from '@/lib/programme/queries'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations('terms'))('title'),
})

export default async function TermsPage() {
  const current = await documentOn('terms', berlinDate(new Date()))
  const t = await getTranslations('terms')
  const format = await getFormatter()
  const date = format.dateTime(new Date(`${current.effectiveFrom}T12:00:00Z`), { dateStyle: 'long' })
  return (
    <article className="max-w-3xl">
      <PageHead
        title={t('title')}
        lead={t('lead')}
        eyebrow={t('version', { version: current.version, date })}
      />
      {([1, 2, 3, 4, 5] as const).map((n) => (
        <Section key={n} title={t(`s${n}`)}>
          <p className="readable">{t(`t${n}`)}</p>
        </Section>
      ))}
    </article>
  )
}
