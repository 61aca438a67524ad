import { getFormatter, getTranslations } from 'next-intl/server'
import { CardBlank } from '@/components/card-blank'
import { CardFace } from '@/components/card-face'
import type { Member } from '@/lib/actor'
import { currentLanguage } from '@/lib/i18n/language'
import { ownCard } from '@/lib/memberships/queries'
import { termFrom } from '@/lib/memberships/rules'
import { servicesFor } from '@/lib/services/queries'
import { berlinDate, formatDay } from '@/lib/time'

/** A preview of the card; with a name only for the invited member. */
export async function BlackCard({ member }: { member: Member | null }) {
  const t = await getTranslations('account')
  if (!member) return <CardBlank material="black" status={t('black')} />
  const at = new Date()
  const today = berlinDate(at)
  const card = await ownCard(member, at)
  const format = await getFormatter()
  const until = card.expiresOn < today ? termFrom(today).expiresOn : card.expiresOn
  return (
    <CardFace
      material="black"
      status={t('black')}
      name={`${card.firstName} ${card.surname}`}
      number={card.number}
      validUntil={formatDay(format, until, 'medium')}
      services={await servicesFor('black', card.country, today, await currentLanguage())}
      texts={{
        card: (await getTranslations('black'))('cardExample'),
        number: t('number'),
        validUntil: t('cardValidUntil'),
        services: t('cardServices'),
        turn: t('cardTurn'),
        sunlight: t('cardSunlight'),
        code: t('cardCode'),
        plainText: t('cardPlain'),
      }}
    />
  )
}
