import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Document } from '../document'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations('texts'))('privacy'),
})

export default function PrivacyPage() {
  return <Document kind="privacy" />
}
