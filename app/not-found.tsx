import { getTranslations } from 'next-intl/server'
import { ButtonLink } from '@/components/button'
import { PageHead } from '@/components/page-head'
import { WordMark } from '@/components/word-mark'

export default async function NotFound() {
  const t = await getTranslations('shell')
  return (
    <main className="wrap grow pt-6">
      <title>{`${t('notFoundTitle')} – LUMIX PRO`}</title>
      <WordMark />
      <PageHead title={t('notFoundTitle')} lead={t('notFoundText')} />
      <ButtonLink href="/">{t('toStart')}</ButtonLink>
    </main>
  )
}
