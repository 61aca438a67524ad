import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getFormatter, getTranslations } from 'next-intl/server'
import { BackLink } from '@/components/back-link'
import { ButtonLink } from '@/components/button'
import { Form } from '@/components/form'
import { Notice } from '@/components/notice'
import { PageHead } from '@/components/page-head'
import { NumberedPager } from '@/components/pager'
import { SubmitButton } from '@/components/submit-button'
import { previewImport } from '@/lib/catalogue/queries/import'
import { requireAdmin } from '@/lib/identity/session'
import { offsetOf, pageNumber, takePage, WORK_ROWS } from '@/lib/paging'
import { textOf } from '@/lib/text-of'
import { importCatalogue } from '../actions'
import { Verdicts } from './verdicts'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations('catalogue'))('preview'),
})

const IMPORT = '/staff/admin/programme/catalogue/import'
/** Rows that need attention come first. */
const ORDER = ['wrong', 'changed', 'new', 'same']

type Preview = NonNullable<Awaited<ReturnType<typeof previewImport>>>

export default async function PreviewPage({
  params,
  searchParams,
}: PageProps<'/staff/admin/programme/catalogue/import/[id]'>) {
  const admin = await requireAdmin()
  const preview = await previewImport(admin, (await params).id, new Date())
  if (!preview) notFound()
  const page = pageNumber((await searchParams).page)
  const t = await getTranslations('catalogue')
  const rows = preview.verdicts.toSorted(
    (a, b) => ORDER.indexOf(a.becomes) - ORDER.indexOf(b.becomes) || a.row - b.row,
  )
  const { rows: shown, more } = takePage(rows.slice(offsetOf(page, WORK_ROWS)), WORK_ROWS)
  return (
    <>
      <PageHead
        title={t('preview')}
        lead={rows.length > 0 ? t('sums', sums(preview)) : undefined}
        back={<BackLink href={IMPORT}>{t('again')}</BackLink>}
      />
      <div className="grid gap-8">
        <NextStep preview={preview} done={(await searchParams).done === 'imported'} />
        {rows.length > 0 && <Verdicts verdicts={shown} />}
      </div>
      <NumberedPager
        label={t('preview')}
        path={`${IMPORT}/${preview.id}`}
        page={page}
        more={more}
        previous={t('previous')}
        next={t('next')}
      />
    </>
  )
}

const sums = ({ verdicts }: Preview) => {
  const of = (becomes: string) => verdicts.filter((one) => one.becomes === becomes).length
  return { added: of('new'), changed: of('changed'), same: of('same'), wrong: of('wrong') }
}

/** The next step: import the file, fix it first, or nothing. */
async function NextStep({ preview, done }: { preview: Preview; done: boolean }) {
  const t = await getTranslations('catalogue')
  const format = await getFormatter()
  const { id, sha256, version, problem, appliedAt } = preview
  const { added, changed, wrong } = sums(preview)
  if (done)
    return (
      <Notice tone="success" role="status">
        {t('imported')}
      </Notice>
    )
  if (appliedAt)
    return <Notice>{t('importedOn', { date: format.dateTime(appliedAt, { dateStyle: 'long' }) })}</Notice>
  if (problem)
    return (
      <Notice tone="danger">
        <p>{textOf(t, `fileProblem_${problem.problem}`, t('again'), problem)}</p>
        <ButtonLink href={IMPORT} variant="secondary" className="mt-3">
          {t('again')}
        </ButtonLink>
      </Notice>
    )
  if (wrong > 0) return <Notice tone="danger">{t('mendFirst')}</Notice>
  if (added + changed === 0) return <Notice>{t('nothingToImport')}</Notice>
  return (
    <Form action={importCatalogue}>
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="sha256" value={sha256} />
      <input type="hidden" name="version" value={version} />
      <SubmitButton className="justify-self-start">{t('doImport', { count: added + changed })}</SubmitButton>
    </Form>
  )
}
