import { getFormatter, getTranslations } from 'next-intl/server'
import { ButtonLink } from '@/components/button'
import { Form } from '@/components/form'
import { SubmitButton } from '@/components/submit-button'
import { Table } from '@/components/table'
import type { Unmatched } from '@/lib/catalogue/queries/unmatched'
import { ignoreUnmatchedText, nameUnmatchedText } from './actions'

/** Each unmatched text with its possible actions. */
export async function Texts({ items }: { items: readonly Unmatched[] }) {
  const t = await getTranslations('catalogue')
  const format = await getFormatter()
  return (
    <Table
      caption={t('unmatched')}
      captionHidden
      columns={[
        { key: 'text', label: t('text'), head: true },
        { key: 'members', label: t('members'), align: 'end' },
        { key: 'last', label: t('last') },
        { key: 'acts', label: t('whatIsIt') },
      ]}
      rows={items.map((item) => ({
        key: item.key,
        cells: {
          text: <span className="[overflow-wrap:anywhere]">{item.spelling}</span>,
          members: item.members,
          last: format.dateTime(item.last, { dateStyle: 'medium' }),
          acts: <Acts item={item} />,
        },
      }))}
    />
  )
}

async function Acts({ item: { key, spelling, suggestions } }: { item: Unmatched }) {
  const t = await getTranslations('catalogue')
  return (
    // biome-ignore lint/a11y/useSemanticElements: it contains three forms, so it cannot be a fieldset
    <div role="group" aria-label={t('actsFor', { text: spelling })} className="flex flex-wrap gap-3">
      {suggestions.length > 0 && (
        <Form action={nameUnmatchedText}>
          <input type="hidden" name="key" value={key} />
          <div className="flex flex-wrap gap-3">
            {suggestions.map(({ id, name: productName }) => (
              <SubmitButton key={id} name="product" value={id} variant="secondary" size="small">
                {t('isThe', { name: productName })}
              </SubmitButton>
            ))}
          </div>
        </Form>
      )}
      <ButtonLink href={`/staff/admin/programme/catalogue/new?typed=${key}`} variant="secondary" size="small">
        {t('newFrom')}
      </ButtonLink>
      <Form action={ignoreUnmatchedText}>
        <input type="hidden" name="key" value={key} />
        <SubmitButton variant="quiet" size="small" title={t('ignoreHint')}>
          {t('ignore')}
        </SubmitButton>
      </Form>
    </div>
  )
}
