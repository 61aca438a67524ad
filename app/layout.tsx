import './globals.css'
import type { Metadata, Viewport } from 'next'
import { connection } from 'next/server'
import { getLocale, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { FormTextsProvider } from '@/components/form-texts'
import { fonts } from './_shared/fonts'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('shell')
  return {
    title: { template: `%s – LUMIX PRO`, default: 'LUMIX PRO' },
    description: t('description'),
    icons: { icon: '/favicon.svg' },
    robots: { index: true, follow: true },
    formatDetection: { telephone: false, email: false },
  }
}

export const viewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#ffffff' },
    { media: '(prefers-color-scheme: dark)', color: '#0b0b0c' },
  ],
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  // Every page is rendered per request, so that its scripts carry the nonce of its content security policy.
  await connection()
  const t = await getTranslations('shell')
  const passkey = await getTranslations('factors')
  const texts = {
    summary: t('formSummary'),
    waiting: t('waiting'),
    lost: t('connectionLost'),
    signedOut: t('signedOut'),
    signIn: t('signInElsewhere'),
    passkey: {
      cancelled: passkey('cancelled'),
      known: passkey('known'),
      failed: passkey('failed'),
      unsupported: passkey('unsupported'),
      scriptless: passkey('scriptless'),
    },
  }
  return (
    <html lang={await getLocale()} className={fonts}>
      <body>
        <FormTextsProvider texts={texts}>{children}</FormTextsProvider>
      </body>
    </html>
  )
}
