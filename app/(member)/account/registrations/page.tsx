import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ButtonLink } from '@/components/button'
import { Empty } from '@/components/empty'
import { Notice } from '@/components/notice'
import { PageHead } from '@/components/page-head'
import { Section } from '@/components/section'
import { currentLanguage } from '@/lib/i18n/language'
import { requireMember } from '@/lib/identity/session'
import { draftOf, usedLines } from '@/lib/registrations/queries/draft'
import { listOwn, type OwnRegistration } from '@/lib/registrations/queries/own'
import { RegistrationRow } from './registration-row'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations('registrations'))('title'),
})

const NEW = '/account/registrations/new'

export default async function ProductsPage() {
  const member = await requireMember()
  const registrations = await listOwn(member, new Date(), await currentLanguage())
  const draft = await draftOf(member)
  const t = await getTranslations('registrations')
  const draftCount = usedLines(draft?.lines ?? []).length
  return (
    <>
      <PageHead
        title={t('title')}
        lead={await tally(registrations)}
        actions={
          registrations.length > 0 && !draftCount && <ButtonLink href={NEW}>{t('register')}</ButtonLink>
        }
      />
      {draftCount > 0 && <DraftNotice count={draftCount} />}
      {registrations.length === 0 && draftCount === 0 && (
        <Empty
          action={
            <ButtonLink href={NEW} size="large">
              {t('registerFirst')}
            </ButtonLink>
          }
        >
          {t('empty')}
        </Empty>
      )}
      {groups(registrations).map(({ key, items }) => (
        <Section key={key} title={t(`groups.${key}`)}>
          <ul className="border-line border-b">
            {items.map((one) => (
              <RegistrationRow key={one.id} registration={one} />
            ))}
          </ul>
        </Section>
      ))}
    </>
  )
}

async function DraftNotice({ count }: { count: number }) {
  const t = await getTranslations('registrations')
  return (
    <Notice title={t('draftTitle', { count })}>
      <p>{t('draftText')}</p>
      <ButtonLink href={NEW} className="mt-2 justify-self-start">
        {t('draftContinue')}
      </ButtonLink>
    </Notice>
  )
}

async function tally(registrations: OwnRegistration[]) {
  const t = await getTranslations('registrations')
  const count = (state: string) => registrations.filter((one) => one.state === state).length
  const verified = count('verified')
  const waiting = count('pending')
  return [
    verified > 0 && t('verifiedCount', { count: verified }),
    waiting > 0 && t('waitingCount', { count: waiting }),
  ]
    .filter(Boolean)
    .join(', ')
}

/** What the member has to act on comes first, what is over comes last. */
function groups(registrations: OwnRegistration[]) {
  const of = (key: 'yours' | 'review' | 'verified' | 'ended') => ({
    key,
    items: registrations.filter((one) => groupOf(one) === key),
  })
  return [of('yours'), of('review'), of('verified'), of('ended')].filter(({ items }) => items.length > 0)
}

function groupOf({ state, next }: OwnRegistration) {
  if (next === 'send-file' || next === 'appeal') return 'yours'
  if (state === 'pending') return 'review'
  return state === 'verified' ? 'verified' : 'ended'
}
