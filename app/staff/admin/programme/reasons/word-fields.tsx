import { getTranslations } from 'next-intl/server'
import { TextAreaField } from '@/components/field'
import { LANGUAGES } from '@/lib/lists'
import { MAX_REASON_LENGTH } from '@/lib/reasons/rules'

/** What the member reads, in each language. */
export async function WordFields({ texts }: { texts?: { en: string; de: string } }) {
  const t = await getTranslations('reasons')
  return (
    <fieldset className="grid gap-3">
      <legend className="float-left w-full font-medium text-lg">{t('words')}</legend>
      <div className="clear-both grid gap-6 md:grid-cols-2">
        {LANGUAGES.map((language) => (
          <TextAreaField
            key={language}
            name={language}
            lang={language}
            label={t(language)}
            defaultValue={texts?.[language]}
            maxLength={MAX_REASON_LENGTH}
            rows={6}
            required
          />
        ))}
      </div>
    </fieldset>
  )
}
