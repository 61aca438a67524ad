import type { Metadata } from 'next'
import { getFormatter, getTranslations } from 'next-intl/server'
import { ButtonLink } from '@/components/button'
import Link from '@/components/link'
import { Meter } from '@/components/meter'
import { Notice } from '@/components/notice'
import { Section } from '@/components/section'
import { StatusPlate } from '@/components/status-plate'
import { requireMember } from '@/lib/identity/session'
import { accountOverview, type RegistrationCounts } from '@/lib/memberships/queries'
import { formatDay } from '@/lib/time'
import { NewTexts } from './new-texts'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations('account'))('title'),
})

type Overview = Awaited<ReturnType<typeof accountOverview>>

/** Answers four questions without scrolling: which status, until when, what is missing, what is in progress. */
export default async function AccountPage() {
  const member = await requireMember()
  const overview = await accountOverview(member, new Date())
  const t = await getTranslations('account')
  return (
    <>
      <NewTexts member={member} />
      <div className="grid gap-x-14 gap-y-5 pt-4 pb-8 sm:gap-y-8 sm:pt-10 lg:grid-cols-[3fr_2fr]">
        <StatusSection overview={overview} />
        <InProgress tally={overview.tally} />
      </div>
      <nav aria-label={t('title')} className="flex flex-wrap gap-x-8 gap-y-2 border-line border-t pt-6">
        <Link className="link inline-flex min-h-11 items-center" href="/account/checks">
          {t('checksLink')}
        </Link>
        <Link className="link inline-flex min-h-11 items-center" href="/account/texts">
          {(await getTranslations('texts'))('agreements')}
        </Link>
      </nav>
    </>
  )
}

async function StatusSection({ overview }: { overview: Overview }) {
  const t = await getTranslations('account')
  return (
    <section aria-label={t('status')} className="grid content-start gap-5 sm:gap-6">
      <StatusPlate
        material={overview.status}
        eyebrow={<span className="max-sm:sr-only">{t('greeting', { name: overview.firstName })}</span>}
        status={t(overview.status)}
        until={overview.validity.valid ? <Until overview={overview} /> : undefined}
        actions={
          <ButtonLink href="/account/card" variant="surface">
            {t('showCard')}
          </ButtonLink>
        }
      />
      {!overview.validity.valid && (
        <Notice tone="warning">
          <Until overview={overview} />
        </Notice>
      )}
      <NextStatus overview={overview} />
      <CountingEnds tally={overview.tally} />
    </section>
  )
}

/** The last valid day, or why the membership is not valid. */
async function Until({ overview }: { overview: Overview }) {
  const t = await getTranslations('account')
  const format = await getFormatter()
  const { validity, startsOn, expiresOn, endedOn } = overview
  const day = (date: string) => formatDay(format, date)
  if (validity.valid) return t('validUntil', { date: day(expiresOn) })
  const words = {
    expired: t('notValidExpired', { date: day(expiresOn) }),
    ended: t('notValidEnded', { date: day(endedOn ?? expiresOn) }),
    suspended: t('notValidSuspended'),
    'not-started': t('notValidNotStarted', { date: day(startsOn) }),
  }
  return words[validity.reason]
}

async function NextStatus({ overview: { next, goal, tally, granted } }: { overview: Overview }) {
  const t = await getTranslations('account')
  if (!next || !goal) return <p className="readable text-soft">{granted ? t('granted') : t('top')}</p>
  const status = t(next.status)
  return (
    <div className="grid gap-3">
      <Meter
        label={t('towards', { status })}
        text={t('counted', { verified: tally.products, needed: goal.products, pending: tally.pending })}
        verified={tally.products}
        pending={tally.pending}
        needed={goal.products}
      />
      <p className="readable text-soft">
        {t('missing', { products: next.products, cameras: next.cameras, status })}
        {tally.pending > 0 && ` ${t('pendingNote')}`}
      </p>
    </div>
  )
}

/** Announces the first day on which a product stops counting. */
async function CountingEnds({ tally: { ending, endsOn } }: { tally: RegistrationCounts }) {
  if (!endsOn) return null
  const t = await getTranslations('account')
  const format = await getFormatter()
  const date = formatDay(format, endsOn)
  return (
    <p className="readable text-soft">
      {t('ending', { count: ending, date })}{' '}
      <Link className="link" href="/account/registrations">
        {t('endingLink')}
      </Link>
    </p>
  )
}

async function InProgress({ tally }: { tally: RegistrationCounts }) {
  const t = await getTranslations('account')
  const empty = tally.all === 0
  return (
    <Section title={t('underWay')} panel>
      {empty && <p className="readable">{t('nothingSent')}</p>}
      {tally.attention > 0 && <Notice tone="warning">{t('needsYou', { count: tally.attention })}</Notice>}
      {tally.pending > 0 && <p className="readable">{t('inReview', { count: tally.pending })}</p>}
      {!empty && tally.pending + tally.attention === 0 && <p>{t('allDone', { count: tally.all })}</p>}
      <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
        <ButtonLink href="/account/registrations/new" variant={empty ? 'primary' : 'secondary'}>
          {empty ? t('registerFirst') : t('register')}
        </ButtonLink>
        {!empty && (
          <Link className="link inline-flex min-h-11 items-center" href="/account/registrations">
            {t('toProducts')}
          </Link>
        )}
      </div>
    </Section>
  )
}
