import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { buttonClass } from '@/components/button'
import { FrameFacts } from '@/components/frame-facts'
import { LanguageSwitch } from '@/components/language-switch'
import Link from '@/components/link'
import { SiteFooter } from '@/components/site-footer'
import { type NavItem, SiteHeader } from '@/components/site-header'
import { SkipLink } from '@/components/skip-link'
import { currentLanguage } from '@/lib/i18n/language'
import { LANGUAGE_NAMES } from '@/lib/i18n/languages'
import { LANGUAGES } from '@/lib/lists'
import { chooseLanguage, signOutHere } from '../actions'

type Props = {
  links: readonly NavItem[]
  signedIn: boolean
  area?: string
  home?: string
  tone?: 'site' | 'staff'
  after?: ReactNode
  children: ReactNode
}

/** Header, content and footer, for visitors, members and staff. Layout only; every page checks access itself. */
export async function SiteFrame({ links, signedIn, area, home = '/', tone, after, children }: Props) {
  const t = await getTranslations('shell')
  const footer = [
    { href: '/programme', label: t('programme') },
    { href: '/privacy', label: t('privacy') },
    { href: '/terms', label: t('terms') },
  ]
  return (
    <>
      <SkipLink>{t('skip')}</SkipLink>
      <SiteHeader
        links={links}
        label={t('mainNavigation')}
        menuWord={t('menu')}
        area={area}
        home={home}
        tone={tone}
        tools={<Tools signedIn={signedIn} />}
      />
      <main id="main" className="wrap grow" tabIndex={-1}>
        <FrameFacts language={await currentLanguage()} home={home}>
          {children}
        </FrameFacts>
      </main>
      <SiteFooter links={footer} label={t('footerNavigation')} note={t('operator')} />
      {after}
    </>
  )
}

async function Tools({ signedIn }: { signedIn: boolean }) {
  const t = await getTranslations('shell')
  return (
    <>
      <LanguageSwitch
        label={t('language')}
        languages={LANGUAGES.map((code) => ({ code, name: LANGUAGE_NAMES[code] }))}
        current={await currentLanguage()}
        action={chooseLanguage}
      />
      {signedIn ? (
        <form action={signOutHere}>
          <button type="submit" className={buttonClass({ variant: 'quiet', size: 'small' })}>
            {t('signOut')}
          </button>
        </form>
      ) : (
        <Link href="/sign-in" className={buttonClass({ variant: 'secondary', size: 'small' })}>
          {t('signIn')}
        </Link>
      )}
    </>
  )
}
