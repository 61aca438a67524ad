import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { BackLink } from '@/components/back-link'
import { DoneNotice } from '@/components/done-notice'
import { SelectField, TextField } from '@/components/field'
import { Form } from '@/components/form'
import { PageHead } from '@/components/page-head'
import { Section } from '@/components/section'
import { StateTag } from '@/components/state-tag'
import { SubmitButton } from '@/components/submit-button'
import { currentLanguage } from '@/lib/i18n/language'
import { requireAdmin } from '@/lib/identity/session'
import { UNITS } from '@/lib/lists'
import { listBenefits } from '@/lib/services/queries'
import { addBenefit, moveBenefit, renameBenefit } from '../actions'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations('services'))('benefits'),
})

/** The kinds of service, in display order. */
export default async function BenefitsPage({
  searchParams,
}: PageProps<'/staff/admin/programme/services/benefits'>) {
  const admin = await requireAdmin()
  const { done } = await searchParams
  const all = await listBenefits(admin)
  const t = await getTranslations('services')
  return (
    <>
      <PageHead
        back={<BackLink href="/staff/admin/programme/services">{t('title')}</BackLink>}
        title={t('benefits')}
        lead={t('benefitsLead')}
      />
      <DoneNotice done={done} acts={['added', 'renamed', 'moved']} words={(act) => t(`done_${act}`)} />
      <ol className="mt-6 grid gap-4">
        {all.map((benefit, place) => (
          <BenefitItem
            key={benefit.id}
            benefit={benefit}
            first={place === 0}
            last={place === all.length - 1}
          />
        ))}
      </ol>
      <Section title={t('addTitle')} lead={t('addLead')}>
        <Form action={addBenefit} className="max-w-2xl">
          <Names />
          <SubmitButton className="justify-self-start max-sm:w-full">{t('add')}</SubmitButton>
        </Form>
      </Section>
    </>
  )
}

type Benefit = Awaited<ReturnType<typeof listBenefits>>[number]

async function BenefitItem({ benefit, first, last }: { benefit: Benefit; first: boolean; last: boolean }) {
  const t = await getTranslations('services')
  const name = benefit.texts[await currentLanguage()] || benefit.texts.en
  return (
    <li className="panel grid gap-4">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <h2 className="mr-auto text-xl">{name}</h2>
        {!benefit.texts.de && <StateTag tone="warning">{t('lacksGerman')}</StateTag>}
        <div className="flex gap-2">
          {!first && <MoveButton id={benefit.id} to="up" name={name} />}
          {!last && <MoveButton id={benefit.id} to="down" name={name} />}
        </div>
      </div>
      <details>
        <summary className="link w-fit cursor-pointer">{t('rename')}</summary>
        <Form action={renameBenefit} className="mt-4 max-w-2xl">
          <input type="hidden" name="benefit" value={benefit.id} />
          <Names benefit={benefit} />
          <SubmitButton variant="secondary" className="justify-self-start max-sm:w-full">
            {t('save')}
          </SubmitButton>
        </Form>
      </details>
    </li>
  )
}

async function MoveButton({ id, to, name }: { id: string; to: 'up' | 'down'; name: string }) {
  const t = await getTranslations('services')
  return (
    <Form action={moveBenefit}>
      <input type="hidden" name="benefit" value={id} />
      <input type="hidden" name="to" value={to} />
      <SubmitButton variant="secondary" aria-label={t(`${to}Of`, { name })}>
        {t(to)}
      </SubmitButton>
    </Form>
  )
}

async function Names({ benefit }: { benefit?: Benefit }) {
  const t = await getTranslations('services')
  return (
    <>
      <TextField
        name="en"
        label={t('nameEnglish')}
        lang="en"
        maxLength={200}
        defaultValue={benefit?.texts.en}
        required
      />
      <TextField
        name="de"
        label={t('nameGerman')}
        hint={t('germanHint')}
        lang="de"
        maxLength={200}
        defaultValue={benefit?.texts.de}
      />
      <SelectField
        name="unit"
        label={t('unit')}
        hint={t('unitHint')}
        placeholder={t('unit_none')}
        defaultValue={benefit?.unit ?? ''}
        options={UNITS.map((unit) => ({ value: unit, label: t(`unit_${unit}`) }))}
      />
    </>
  )
}
