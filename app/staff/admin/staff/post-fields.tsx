import { getTranslations } from 'next-intl/server'
import { RadioGroup, SelectField } from '@/components/field'
import { STAFF_ROLES } from '@/lib/lists'

type Props = { centres: { id: string; name: string }[]; role?: string; centre?: string | null }

/** A role, and the service centre for the desk role. */
export async function PostFields({ centres, role, centre }: Props) {
  const t = await getTranslations('staff')
  return (
    <>
      <RadioGroup
        name="role"
        label={t('role')}
        defaultValue={role}
        options={STAFF_ROLES.map((value) => ({
          value,
          label: t(`role_${value}`),
          hint: t(`roleHint_${value}`),
        }))}
      />
      <SelectField
        name="centre"
        label={t('centre')}
        hint={t('centreHint')}
        placeholder={t('noCentre')}
        options={centres.map(({ id, name }) => ({ value: id, label: name }))}
        defaultValue={centre ?? undefined}
      />
    </>
  )
}
