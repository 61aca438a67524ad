import { getFormatter, getTranslations } from 'next-intl/server'
import { Section } from '@/components/section'
import type { Admin } from '@/lib/actor'
import { singleSignOn } from '@/lib/env'
import { bindingOf } from '@/lib/identity/sso/queries'

/** That somebody's account is bound to single sign-on, and how that ends; nothing where it is not. */
export async function Sso({ admin, person }: { admin: Admin; person: { id: string } }) {
  const bound = await bindingOf(admin, person.id)
  if (!bound) return null
  const t = await getTranslations('sso')
  const format = await getFormatter()
  const provider = singleSignOn()
  const at = format.dateTime(bound.at, { dateStyle: 'long', timeStyle: 'short' })
  return (
    <Section title={t('bound')} lead={t('unbindLead')}>
      <p>
        {provider?.issuer === bound.issuer
          ? t('boundTo', { name: provider.name, at })
          : t('boundElsewhere', { issuer: bound.issuer })}
      </p>
    </Section>
  )
}
