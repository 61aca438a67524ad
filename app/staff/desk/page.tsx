import { ChevronDown, ScanLine } from 'lucide-react'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { DateField, RadioGroup, SelectField, TextField } from '@/components/field'
import { Form } from '@/components/form'
import { Notice } from '@/components/notice'
import { PageHead } from '@/components/page-head'
import { SubmitButton } from '@/components/submit-button'
import { ownCentre } from '@/lib/centres/queries/centres'
import { readCard } from '@/lib/desk/input'
import { requireDesk } from '@/lib/identity/session'
import { CHECK_PURPOSES, STATUSES } from '@/lib/lists'
import { checkCard } from './actions'
import { Result } from './result'
import { Scanner } from './scanner'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations('desk'))('title'),
})

export default async function DeskPage({ searchParams }: PageProps<'/staff/desk'>) {
  const desk = await requireDesk()
  const t = await getTranslations('desk')
  const { closed } = await ownCentre(desk)
  if (closed) return <Closed why={closed} />
  const scanned = readCard(String((await searchParams).card ?? '')).code
  return (
    <>
      <PageHead title={t('title')} />
      <Form
        action={checkCard}
        autoComplete="off"
        className="items-start gap-x-12 gap-y-10 lg:grid-cols-[22rem_minmax(0,1fr)] lg:*:[[role=alert]]:col-span-2"
      >
        <div className="grid gap-6">
          <CardField scanned={scanned} />
          <RadioGroup
            name="purpose"
            label={t('purpose')}
            options={CHECK_PURPOSES.map((value) => ({ value, label: t(`purpose_${value}`) }))}
          />
          <TextField name="caseNumber" label={t('caseNumber')} optional={t('optional')} maxLength={40} />
          <Compare />
          <SubmitButton size="large" wide>
            {t('check')}
          </SubmitButton>
          <p className="text-soft">{t('written')}</p>
        </div>
        <Result texts={await resultTexts()} />
      </Form>
    </>
  )
}

async function Closed({ why }: { why: 'centreClosed' | 'centreWithoutBasis' }) {
  const t = await getTranslations('desk')
  const refusals = await getTranslations('refusals')
  return (
    <>
      <PageHead title={t('title')} />
      <Notice tone="danger">{refusals(why)}</Notice>
    </>
  )
}

async function CardField({ scanned }: { scanned?: string }) {
  const t = await getTranslations('desk')
  return (
    <div className="grid gap-3">
      <TextField
        name="card"
        label={t('card')}
        hint={t(scanned ? 'cardScanned' : 'cardHint')}
        defaultValue={scanned}
        autoFocus={!scanned}
        autoCapitalize="characters"
        autoCorrect="off"
        spellCheck={false}
        enterKeyHint="go"
        inputClassName="h-16! font-mono text-xl"
      />
      <Scanner
        icon={<ScanLine aria-hidden="true" />}
        texts={{
          scan: t('scan'),
          title: t('scanTitle'),
          close: t('scanClose'),
          starting: t('scanStarting'),
          notOurs: t('scanNotOurs'),
          denied: t('scanDenied'),
        }}
      />
    </div>
  )
}

/** Fields to compare with what is printed on a suspicious card. */
async function Compare() {
  const t = await getTranslations('desk')
  const optional = t('optional')
  return (
    <details className="group border-line border-y">
      <summary className="flex min-h-12 items-center justify-between gap-3 py-2 font-medium">
        {t('compare')}
        <ChevronDown aria-hidden="true" className="size-5 shrink-0 group-open:rotate-180" />
      </summary>
      <div className="grid gap-5 pt-2 pb-6">
        <p className="text-soft">{t('compareHint')}</p>
        <TextField name="surname" label={t('surname')} optional={optional} maxLength={100} />
        <SelectField
          name="status"
          label={t('status')}
          optional={optional}
          placeholder={t('notGiven')}
          options={STATUSES.map((value) => ({ value, label: t(`status_${value}`) }))}
        />
        <DateField name="expiresOn" label={t('expiresOn')} optional={optional} />
      </div>
    </details>
  )
}

async function resultTexts() {
  const t = await getTranslations('desk')
  return {
    result: t('result'),
    empty: t('empty'),
    checking: t('checking'),
    hidden: t('hidden'),
    services: t('services'),
    match: t('matches'),
    mismatch: t('differs'),
    newCheck: t('newCheck'),
    escape: t('escape'),
  }
}
