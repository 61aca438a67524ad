import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { BackLink } from '@/components/back-link'
import { Facts } from '@/components/facts'
import { FileField } from '@/components/file-field'
import { Form } from '@/components/form'
import { PageHead } from '@/components/page-head'
import { Section } from '@/components/section'
import { SubmitButton } from '@/components/submit-button'
import { COLUMNS, MAX_IMPORT_BYTES } from '@/lib/catalogue/import/file'
import { requireAdmin } from '@/lib/identity/session'
import { checkImportFile } from './actions'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations('catalogue'))('import'),
})

export default async function ImportPage() {
  await requireAdmin()
  const t = await getTranslations('catalogue')
  const columns = Object.keys(COLUMNS) as (keyof typeof COLUMNS)[]
  return (
    <div className="max-w-2xl">
      <PageHead
        title={t('import')}
        lead={t('importLead')}
        back={<BackLink href="/staff/admin/programme/catalogue">{t('title')}</BackLink>}
      />
      <Form action={checkImportFile}>
        <FileField
          name="file"
          label={t('file')}
          hint={t('fileHint')}
          accept=".csv,text/csv"
          maxBytes={MAX_IMPORT_BYTES}
          tooLarge={t('fileTooLarge')}
          required
        />
        <SubmitButton className="justify-self-start">{t('look')}</SubmitButton>
      </Form>
      <Section title={t('columnsTitle')} lead={t('columnsLead')}>
        <Facts
          items={columns.map((column) => ({
            key: column,
            term: <span className="mono">{column}</span>,
            value: <span className="font-normal">{t(`means_${column}`)}</span>,
          }))}
        />
      </Section>
    </div>
  )
}
