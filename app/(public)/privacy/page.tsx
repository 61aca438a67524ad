import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { TextVersion } from '../text-version'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations('texts'))('privacy'),
})

export default function PrivacyPage() {
  return <TextVersion kind="privacy" />
}
