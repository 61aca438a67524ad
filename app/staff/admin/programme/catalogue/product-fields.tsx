import { getTranslations } from 'next-intl/server'
import { DateField, RadioGroup, SelectField, TextAreaField, TextField } from '@/components/field'
import { OTHER_MOUNT, type ProductFacts } from '@/lib/catalogue/input'
import { PRODUCT_KINDS } from '@/lib/lists'

type Props = { mounts: readonly string[]; product?: Partial<ProductFacts> }

/** All fields of a product. */
export async function ProductFields({ mounts, product = {} }: Props) {
  const t = await getTranslations('catalogue')
  return (
    <>
      <TextField
        name="modelNumber"
        label={t('modelNumber')}
        hint={t('modelNumberHint')}
        defaultValue={product.modelNumber}
        maxLength={40}
        required
        inputClassName="mono"
      />
      <TextField
        name="name"
        label={t('name')}
        hint={t('nameHint')}
        defaultValue={product.name}
        maxLength={80}
        required
      />
      <RadioGroup
        name="kind"
        label={t('kind')}
        defaultValue={product.kind}
        inline
        options={PRODUCT_KINDS.map((value) => ({ value, label: t(value) }))}
      />
      <div className="grid items-start gap-6 sm:grid-cols-2">
        <SelectField
          name="mount"
          label={t('mount')}
          defaultValue={product.mount}
          options={[
            ...mounts.map((value) => ({ value, label: value })),
            { value: OTHER_MOUNT, label: t('other') },
          ]}
        />
        <TextField
          name="otherMount"
          label={t('otherMount')}
          hint={t('otherMountHint')}
          optional={t('optional')}
          maxLength={40}
        />
      </div>
      <TextAreaField
        name="aliases"
        label={t('aliases')}
        hint={t('aliasesHint')}
        optional={t('optional')}
        defaultValue={product.aliases?.join('\n')}
      />
      <div className="grid items-start gap-6 sm:grid-cols-2">
        <DateField
          name="qualifyingFrom"
          label={t('from')}
          hint={t('fromHint')}
          optional={t('optional')}
          defaultValue={product.qualifyingFrom ?? ''}
        />
        <DateField
          name="qualifyingTo"
          label={t('to')}
          hint={t('toHint')}
          optional={t('optional')}
          defaultValue={product.qualifyingTo ?? ''}
        />
      </div>
      <TextField
        name="source"
        label={t('source')}
        hint={t('sourceHint')}
        defaultValue={product.source}
        maxLength={80}
        required
      />
    </>
  )
}
