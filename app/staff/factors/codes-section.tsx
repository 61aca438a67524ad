import { getTranslations } from 'next-intl/server'
import { ButtonLink } from '@/components/button'
import { Notice } from '@/components/notice'
import { Section } from '@/components/section'
import { areFewCodes } from '@/lib/identity/factors/codes/rules'

/** How many recovery codes are left, with a warning when few remain, and a link to create new ones. */
export async function CodesSection({ left }: { left: number }) {
  const t = await getTranslations('factors')
  return (
    <Section title={t('codes')} lead={t('codesLead')}>
      {areFewCodes(left) ? (
        <Notice tone="warning">{t('codesFew', { left })}</Notice>
      ) : (
        <p>{t('codesLeft', { left })}</p>
      )}
      <ButtonLink href="/staff/factors/codes" variant="secondary" className="justify-self-start">
        {left > 0 ? t('codesMake') : t('codesMakeFirst')}
      </ButtonLink>
    </Section>
  )
}
