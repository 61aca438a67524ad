import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getFormatter, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { Facts } from '@/components/facts'
import { PageHead } from '@/components/page-head'
import { Section } from '@/components/section'
import { berlinDate } from '@/lib/calendar'
import { env } from '@/lib/env'
import { documentOn } from '@/lib/programme/queries'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations('privacy'))('title'),
})

/** Version 2026-11 is the first. A text that changes gets a new version, and the old one stays readable at ?version=. */
export default async function PrivacyPage({ searchParams }: PageProps<'/privacy'>) {
  const { version } = await searchParams
  const current = await documentOn('privacy', berlinDate(new Date()))
  if (version !== undefined && version !== current.version) notFound()
  const t = await getTranslations('privacy')
  const format = await getFormatter()
  const date = format.dateTime(new Date(`${current.effectiveFrom}T12:00:00Z`), { dateStyle: 'long' })
  return (
    <article className="max-w-3xl">
      <PageHead
        title={t('title')}
        lead={t('lead')}
        eyebrow={t('version', { version: current.version, date })}
      />
      <Responsible />
      <Part title={t('why')} text={t('whyText')} />
      <Part title={t('collected')} points={[1, 2, 3, 4, 5].map((n) => t(`collected${n as 1}`))} />
      <Part title={t('added')} points={[1, 2, 3, 4].map((n) => t(`added${n as 1}`))} text={t('addedText')} />
      <Part title={t('logged')} text={t('loggedText')} />
      <Part title={t('seen')} text={t('seenText')} points={[1, 2, 3, 4].map((n) => t(`seen${n as 1}`))} />
      <Part title={t('where')} text={t('whereText')}>
        <p className="readable">
          <b className="font-[560]">{t('whereHere')}.</b>{' '}
          {t('whereHereText', { location: env().DATA_LOCATION ?? t('notSet') })}
        </p>
      </Part>
      <Part
        title={t('long')}
        text={t('longText')}
        points={[1, 2, 3, 4, 5, 6].map((n) => t(`long${n as 1}`))}
      />
      <Part title={t('rights')} text={t('rightsText')} />
      <Part title={t('now')} text={t('nowText')} points={[1, 2, 3, 4, 5].map((n) => t(`now${n as 1}`))} />
      <Part title={t('cookies')} text={t('cookiesText')} />
    </article>
  )
}

async function Responsible() {
  const t = await getTranslations('privacy')
  const { CONTACT_EMAIL, DPO_EMAIL, AUTHORITY_EMAIL, GENERAL_POLICY_URL } = env()
  const mail = (address?: string) =>
    address ? (
      <a className="link break-all" href={`mailto:${address}`}>
        {address}
      </a>
    ) : (
      t('notSet')
    )
  return (
    <Part title={t('who')} text={t('whoText')}>
      <Facts
        items={[
          { term: t('contact'), value: mail(CONTACT_EMAIL) },
          { term: t('dpo'), value: mail(DPO_EMAIL) },
          {
            term: t('authority'),
            value: t('authorityText'),
            note: AUTHORITY_EMAIL ? mail(AUTHORITY_EMAIL) : t('authorityMailNotSet'),
          },
        ]}
      />
      <p className="readable">
        {GENERAL_POLICY_URL
          ? t.rich('supplements', {
              link: (words) => (
                <a className="link" href={GENERAL_POLICY_URL}>
                  {words}
                </a>
              ),
            })
          : t('supplementsNoLink')}
      </p>
    </Part>
  )
}

function Part({
  title,
  text,
  points,
  children,
}: {
  title: string
  text?: string
  points?: string[]
  children?: ReactNode
}) {
  return (
    <Section title={title}>
      {text && <p className="readable">{text}</p>}
      {points && (
        <ul className="readable grid list-disc gap-2 pl-6 marker:text-accent">
          {points.map((point) => (
            <li key={point}>{point}</li>
          ))}
        </ul>
      )}
      {children}
    </Section>
  )
}
