import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { BackLink } from '@/components/back-link'
import { ButtonLink } from '@/components/button'
import { Facts } from '@/components/facts'
import { TextAreaField, TextField } from '@/components/field'
import { Form } from '@/components/form'
import { PageHead } from '@/components/page-head'
import { SubmitButton } from '@/components/submit-button'
import { Refusal } from '@/lib/errors'
import { requireAdmin } from '@/lib/identity/session'
import { openPersonalData } from '@/lib/members/commands/open'
import { MEMBERSHIP_STATE_ACTS } from '@/lib/members/input'
import { changeMembershipState, correctName } from '../../actions'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations('members'))('changeTitle'),
})

const ACTS = ['name', ...MEMBERSHIP_STATE_ACTS] as const

/** Asks for a reason, and explains the consequences, before a membership is changed. */
export default async function ChangePage({
  params,
}: PageProps<'/staff/admin/members/[number]/change/[act]'>) {
  const admin = await requireAdmin()
  const { number, act: typed } = await params
  const act = ACTS.find((known) => known === typed)
  if (!act) notFound()
  const person = await openPersonalData(admin, number, new Date()).catch((error: unknown) => {
    if (error instanceof Refusal) notFound()
    throw error
  })
  const t = await getTranslations('members')
  const words = await getTranslations('admin')
  const here = `/staff/admin/members/${person.number}`
  const name = `${person.firstName} ${person.surname}`
  return (
    <div className="max-w-2xl">
      <PageHead
        back={<BackLink href={here}>{name}</BackLink>}
        title={t(`acts.${act}.title`)}
        lead={t(`acts.${act}.lead`)}
      />
      <div className="grid gap-8">
        <Facts
          items={[
            { term: words('name'), value: name },
            { term: words('number'), value: person.number, mono: true },
          ]}
        />
        <Form action={act === 'name' ? correctName : changeMembershipState}>
          <input type="hidden" name="number" value={person.number} />
          {act === 'name' ? <NameFields person={person} /> : <input type="hidden" name="act" value={act} />}
          <TextAreaField name="reason" label={t('reason')} hint={t('reasonHint')} maxLength={500} required />
          <div className="flex flex-wrap gap-3">
            <SubmitButton variant={act === 'end' ? 'danger' : 'primary'} className="max-sm:w-full">
              {t(`acts.${act}.confirm`)}
            </SubmitButton>
            <ButtonLink href={here} variant="secondary" className="max-sm:w-full">
              {t('leaveIt')}
            </ButtonLink>
          </div>
        </Form>
      </div>
    </div>
  )
}

async function NameFields({ person }: { person: { firstName: string; surname: string } }) {
  const t = await getTranslations('members')
  return (
    <>
      <TextField name="firstName" label={t('firstName')} defaultValue={person.firstName} required />
      <TextField name="surname" label={t('surname')} defaultValue={person.surname} required />
    </>
  )
}
