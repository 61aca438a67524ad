import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Document } from '../../document'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations('texts'))('terms'),
})

export default async function TermsVersionPage({ params }: PageProps<'/terms/[version]'>) {
  return <Document kind="terms" version={(await params).version} />
}
