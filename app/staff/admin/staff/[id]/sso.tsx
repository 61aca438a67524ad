import { getFormatter, getTranslations } from 'next-intl/server'
import { Section } from '@/components/section'
import type { Admin } from '@/lib/actor'
import { singleSignOn } from '@/lib/env'
import { bindingOf } from '@/lib/identity/sso/queries'

/** Whether the account is bound to single sign-on, and how to end that; nothing if it is not. */
export async function Sso({ admin, person }: { admin: Admin; person: { id: string } }) {
  const binding = await bindingOf(admin, person.id)
  if (!binding) return null
  const t = await getTranslations('sso')
  const format = await getFormatter()
  const provider = singleSignOn()
  const at = format.dateTime(binding.at, { dateStyle: 'long', timeStyle: 'short' })
  return (
    <Section title={t('bound')} lead={t('unbindLead')}>
      <p>
        {provider?.issuer === binding.issuer
          ? t('boundTo', { name: provider.name, at })
          : t('boundElsewhere', { issuer: binding.issuer })}
      </p>
    </Section>
  )
}
