import { getTranslations } from 'next-intl/server'
import { settingTexts } from '@/app/_shared/text-parts'
import { DateField, TextAreaField, TextField } from '@/components/field'
import { Form } from '@/components/form'
import { Section } from '@/components/section'
import { SubmitButton } from '@/components/submit-button'
import { currentLanguage } from '@/lib/i18n/language'
import { LANGUAGES } from '@/lib/lists'
import { MAX_TEXT_LENGTH, PLACEHOLDERS } from '@/lib/texts/rules'
import { addDays, berlinDate } from '@/lib/time'
import { discardTextDraft, publishText, saveTextDraft } from '../actions'
import type { Version } from './page'
import { Preview } from './preview'

/** Edits a draft, previews it as members will see it, and publishes or discards it. */
export async function DraftForms({ version }: { version: Version }) {
  const t = await getTranslations('texts')
  return (
    <>
      <Words version={version} />
      <Preview version={version} title={t('preview')} />
      <Publish version={version} />
      <Section title={t('discard')} lead={t('discardLead')}>
        <Form action={discardTextDraft}>
          <input type="hidden" name="id" value={version.id} />
          <SubmitButton variant="danger" className="justify-self-start">
            {t('discardIt')}
          </SubmitButton>
        </Form>
      </Section>
    </>
  )
}

async function Words({ version }: { version: Version }) {
  const t = await getTranslations('texts')
  return (
    <Section title={t('words')} lead={t('wordsLead')}>
      <Settings />
      <Form action={saveTextDraft}>
        <Seen version={version} />
        <TextField
          name="version"
          label={t('name')}
          hint={t('nameHint', { address: `/${version.kind}/2026-12` })}
          defaultValue={version.version}
          maxLength={20}
          inputClassName="max-w-60"
          required
        />
        <div className="grid gap-6 lg:grid-cols-2">
          {LANGUAGES.map((language) => (
            <TextAreaField
              key={language}
              name={language}
              lang={language}
              label={t(language)}
              defaultValue={version.texts[language]}
              maxLength={MAX_TEXT_LENGTH}
              rows={24}
            />
          ))}
        </div>
        <SubmitButton className="justify-self-start">{t('save')}</SubmitButton>
      </Form>
    </Section>
  )
}

/** The placeholders, with their current values. */
async function Settings() {
  const t = await getTranslations('texts')
  const settings = settingTexts(await currentLanguage())
  return (
    <div className="grid gap-2">
      <p>{t('placeholders')}</p>
      <ul className="grid gap-1">
        {PLACEHOLDERS.map((name) => (
          <li key={name} className="break-words">
            <code>{`{${name}}`}</code>{' '}
            <span className="text-soft">{t('placeholderValue', { value: settings[name].text })}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}

async function Publish({ version }: { version: Version }) {
  const t = await getTranslations('texts')
  return (
    <Section title={t('publish')} lead={t('publishLead')}>
      <Form action={publishText} className="max-w-2xl">
        <Seen version={version} />
        <DateField name="from" label={t('firstDay')} min={addDays(berlinDate(new Date()), 1)} required />
        <TextAreaField name="reason" label={t('reason')} hint={t('reasonHint')} maxLength={500} required />
        <SubmitButton className="justify-self-start">{t('publishIt')}</SubmitButton>
      </Form>
    </Section>
  )
}

/** Which draft, and its version when this page was rendered. */
function Seen({ version: { id, changedAt } }: { version: Version }) {
  return (
    <>
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="seen" value={changedAt.toISOString()} />
    </>
  )
}
