import type { Metadata } from 'next'
import { getFormatter, getTranslations } from 'next-intl/server'
import { BackLink } from '@/components/back-link'
import { CardFace } from '@/components/card-face'
import { Facts } from '@/components/facts'
import { PageHead } from '@/components/page-head'
import { env } from '@/lib/env'
import { currentLanguage } from '@/lib/i18n/language'
import { requireMember } from '@/lib/identity/session'
import { ownCard } from '@/lib/memberships/queries'
import { servicesFor } from '@/lib/services/queries'
import { berlinDate, formatDay } from '@/lib/time'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations('account'))('cardTitle'),
})

export default async function CardPage() {
  const member = await requireMember()
  const at = new Date()
  const card = await ownCard(member, at)
  const services = card.validity.valid
    ? await servicesFor(card.status, card.country, berlinDate(at), await currentLanguage())
    : []
  const t = await getTranslations('account')
  return (
    <>
      <PageHead
        title={t('cardTitle')}
        lead={t('cardLead')}
        back={<BackLink href="/account">{t('backToAccount')}</BackLink>}
      />
      <Card card={card} services={services} />
      <p className="print:hidden! readable mt-8 text-soft">{t('cardPrint')}</p>
    </>
  )
}

type Card = Awaited<ReturnType<typeof ownCard>>

async function Card({ card, services }: { card: Card; services: string[] }) {
  const t = await getTranslations('account')
  const format = await getFormatter()
  const day = (date: string) => formatDay(format, date)
  const name = `${card.firstName} ${card.surname}`
  return (
    <CardFace
      material={card.status}
      status={t(card.status)}
      name={name}
      number={card.number}
      validUntil={formatDay(format, card.expiresOn, 'medium')}
      services={services}
      noServices={card.validity.valid ? t('noServices') : t('cardInvalid')}
      code={`${env().APP_URL}/c/${card.cardCode}`}
      invalid={card.validity.valid ? undefined : t('cardInvalid')}
      texts={{
        card: t('cardName'),
        number: t('number'),
        validUntil: t('cardValidUntil'),
        services: t('cardServices'),
        turn: t('cardTurn'),
        sunlight: t('cardSunlight'),
        code: t('cardCode'),
        plainText: t('cardPlain'),
      }}
    >
      <Facts
        items={[
          { term: t('name'), value: name },
          { term: t('number'), value: card.number, mono: true },
          { term: t('status'), value: t(card.status) },
          { term: t('cardValidUntil'), value: day(card.expiresOn) },
          { term: t('cardServices'), value: services.join(', ') || t('noServices') },
        ]}
      />
    </CardFace>
  )
}
