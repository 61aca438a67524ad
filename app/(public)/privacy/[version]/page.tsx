import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Document } from '../../document'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations('texts'))('privacy'),
})

export default async function PrivacyVersionPage({ params }: PageProps<'/privacy/[version]'>) {
  return <Document kind="privacy" version={(await params).version} />
}
