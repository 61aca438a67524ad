import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { TextVersion } from '../../text-version'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations('texts'))('terms'),
})

export default async function TermsVersionPage({ params }: PageProps<'/terms/[version]'>) {
  return <TextVersion kind="terms" version={(await params).version} />
}
