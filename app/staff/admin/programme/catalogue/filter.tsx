import { getTranslations } from 'next-intl/server'
import { Button, ButtonLink } from '@/components/button'
import { SelectField, TextField } from '@/components/field'
import { QUALIFYING_STATES } from '@/lib/catalogue/counting'
import type { CatalogueFilter } from '@/lib/catalogue/input'
import { PRODUCT_KINDS } from '@/lib/lists'

type Props = { filter: CatalogueFilter; mounts: readonly string[] }

/** Filters products by spelling, kind, mount, and whether they count. */
export async function Filter({ filter, mounts }: Props) {
  const t = await getTranslations('catalogue')
  return (
    <search>
      <form className="my-8 grid items-end gap-4 sm:grid-cols-2 lg:grid-cols-[2fr_1fr_1fr_1fr_auto]">
        <TextField
          name="q"
          type="search"
          label={t('search')}
          hint={t('searchHint')}
          defaultValue={filter.q}
        />
        <SelectField
          name="kind"
          label={t('kind')}
          placeholder={t('any')}
          defaultValue={filter.kind ?? ''}
          options={PRODUCT_KINDS.map((value) => ({ value, label: t(value) }))}
        />
        <SelectField
          name="mount"
          label={t('mount')}
          placeholder={t('any')}
          defaultValue={filter.mount}
          options={mounts.map((value) => ({ value, label: value }))}
        />
        <SelectField
          name="state"
          label={t('stands')}
          placeholder={t('any')}
          defaultValue={filter.state ?? ''}
          options={QUALIFYING_STATES.map((value) => ({ value, label: t(value) }))}
        />
        <div className="flex flex-wrap gap-3">
          <Button type="submit">{t('find')}</Button>
          {Object.values(filter).some(Boolean) && (
            <ButtonLink href="/staff/admin/programme/catalogue" variant="quiet">
              {t('all')}
            </ButtonLink>
          )}
        </div>
      </form>
    </search>
  )
}
