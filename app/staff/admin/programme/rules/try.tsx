import { getTranslations } from 'next-intl/server'
import { Button } from '@/components/button'
import { TextField } from '@/components/field'
import { COUNTED, type Thresholds } from '@/lib/programme/rules'

/** Thresholds to try; they travel in the address and change nothing. */
export async function Try({ from }: { from: Thresholds }) {
  const t = await getTranslations('programmeRules')
  const words = await getTranslations('account')
  return (
    <form className="grid items-end gap-4 sm:grid-cols-2">
      {COUNTED.flatMap((status) =>
        (['products', 'cameras'] as const).map((kind) => (
          <TextField
            key={`${status}-${kind}`}
            name={status + (kind === 'products' ? 'Products' : 'Cameras')}
            label={t(`${kind}For`, { status: words(status) })}
            inputMode="numeric"
            defaultValue={from[status][kind]}
          />
        )),
      )}
      <div>
        <Button type="submit">{t('try')}</Button>
      </div>
    </form>
  )
}
