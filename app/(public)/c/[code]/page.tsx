import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { ButtonLink } from '@/components/button'
import { PageHead } from '@/components/page-head'
import { Section } from '@/components/section'
import { withQuery } from '@/lib/addresses'
import { readCard } from '@/lib/desk/input'
import { currentPerson } from '@/lib/identity/session'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations('desk'))('linkTitle'),
  robots: { index: false, follow: false },
})

/**
 * The target of a card's code. The same page for every code, known or not: it does not query the database, so it cannot
 * reveal anything. A person at a desk is redirected to the form, where the button does the check.
 */
export default async function ScannedCardPage({ params }: PageProps<'/c/[code]'>) {
  const { code } = readCard((await params).code)
  const actor = await currentPerson()
  if (actor?.role === 'desk') redirect(withQuery('/staff/desk', { card: code }))
  const t = await getTranslations('desk')
  return (
    <div className="mx-auto max-w-2xl">
      <PageHead title={t('linkTitle')} lead={t('linkText')} />
      <p>{t('linkFound')}</p>
      <Section title={t('linkMine')} lead={t('linkMember')}>
        <ButtonLink href="/account" className="justify-self-start">
          {t('linkToAccount')}
        </ButtonLink>
      </Section>
      {!actor && (
        <Section title={t('linkDesk')}>
          <ButtonLink
            href={code ? `/sign-in?next=/c/${code}` : '/sign-in?next=/staff/desk'}
            variant="secondary"
            className="justify-self-start"
          >
            {t('linkToDesk')}
          </ButtonLink>
        </Section>
      )}
    </div>
  )
}
