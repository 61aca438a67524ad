import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { StepUpProvider } from '@/components/step-up'
import { ledCentre } from '@/lib/centres/queries/lead'
import { HOME } from '@/lib/identity/rules'
import { currentActor, currentPerson } from '@/lib/identity/session'
import type { Role } from '@/lib/lists'
import { SiteFrame } from '../_shared/site-frame'
import { startPasskeyCheck, verifyPasskey } from './factors/actions'
import { OpenForms } from './open-forms'
import { SessionEnd } from './session-end'

/** Shows each role its own links; the pages themselves check access. */
export default async function StaffLayout({ children }: { children: ReactNode }) {
  const t = await getTranslations('shell')
  const actor = await currentActor()
  const signedIn = (await currentPerson()) !== null
  const stepUp = await getTranslations('factors')
  const allLinks: { href: string; label: string; roles: Role[]; exact?: boolean }[] = [
    { href: '/staff/desk', label: t('desk'), roles: ['desk'] },
    { href: '/staff/reviews', label: t('reviews'), roles: ['reviewer', 'admin'] },
    { href: '/staff/admin', label: t('overview'), roles: ['admin'], exact: true },
    { href: '/staff/admin/members', label: t('admin'), roles: ['admin'] },
    { href: '/staff/admin/staff', label: t('staff'), roles: ['admin'] },
    { href: '/staff/admin/centres', label: t('centres'), roles: ['admin'] },
    { href: '/staff/admin/programme', label: t('programme'), roles: ['admin'] },
    { href: '/staff/admin/black', label: t('black'), roles: ['admin'] },
    { href: '/staff/admin/log', label: t('log'), roles: ['admin'] },
    { href: '/staff/factors', label: t('security'), roles: ['desk', 'reviewer', 'admin'] },
  ]
  if (actor && (await ledCentre(actor)))
    allLinks.splice(1, 0, { href: '/staff/lead', label: t('lead'), roles: ['desk'] })
  const links = allLinks
    .filter(({ roles }) => actor && roles.includes(actor.role))
    .map(({ roles: _, ...link }) => link)
  return (
    <SiteFrame
      links={links}
      signedIn={signedIn}
      tone="staff"
      area={t('staffArea')}
      home={actor ? HOME[actor.role] : '/'}
      after={actor && actor.role !== 'member' && <SessionEnd role={actor.role} />}
    >
      <StepUpProvider
        begin={startPasskeyCheck}
        confirm={verifyPasskey}
        href="/staff/factors/show"
        texts={{
          here: stepUp('stepUpHere'),
          elsewhere: stepUp('stepUpElsewhere'),
          hint: stepUp('stepUpHint'),
        }}
      >
        {actor ? <OpenForms>{children}</OpenForms> : children}
      </StepUpProvider>
    </SiteFrame>
  )
}
