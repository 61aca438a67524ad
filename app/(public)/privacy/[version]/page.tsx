import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { TextVersion } from '../../text-version'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations('texts'))('privacy'),
})

export default async function PrivacyVersionPage({ params }: PageProps<'/privacy/[version]'>) {
  return <TextVersion kind="privacy" version={(await params).version} />
}
