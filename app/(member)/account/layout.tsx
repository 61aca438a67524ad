import { Camera, CreditCard, Gauge, UserRound } from 'lucide-react'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { TabBar } from '@/components/tab-bar'
import { SiteFrame } from '../../_shared/site-frame'

export default async function MemberLayout({ children }: { children: ReactNode }) {
  const t = await getTranslations('shell')
  const links = [
    { href: '/account', label: t('account'), exact: true, icon: <Gauge aria-hidden="true" /> },
    { href: '/account/registrations', label: t('products'), icon: <Camera aria-hidden="true" /> },
    { href: '/account/card', label: t('card'), icon: <CreditCard aria-hidden="true" /> },
    { href: '/account/profile', label: t('profile'), icon: <UserRound aria-hidden="true" /> },
  ]
  const items = links.map(({ href, label, exact }) => ({ href, label, exact }))
  const tabs = [{ ...links[0], label: t('accountShort') }, ...links.slice(1)] as typeof links
  return (
    <SiteFrame
      links={items}
      signedIn
      home="/account"
      after={<TabBar label={t('mainNavigation')} links={tabs} />}
    >
      {children}
    </SiteFrame>
  )
}
