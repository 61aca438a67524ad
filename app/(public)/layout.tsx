import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { HOME } from '@/lib/identity/rules'
import { currentPerson } from '@/lib/identity/session'
import { SiteFrame } from '../_shared/site-frame'

export default async function PublicLayout({ children }: { children: ReactNode }) {
  const t = await getTranslations('shell')
  const actor = await currentPerson()
  const own = actor
    ? { href: HOME[actor.role], label: actor.role === 'member' ? t('account') : t('toWork') }
    : { href: '/join', label: t('join') }
  const links = [
    { href: '/programme', label: t('programme') },
    { href: '/privacy', label: t('privacy') },
    own,
  ]
  return (
    <SiteFrame links={links} signedIn={Boolean(actor)}>
      {children}
    </SiteFrame>
  )
}
