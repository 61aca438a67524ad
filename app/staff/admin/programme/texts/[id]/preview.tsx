import { getTranslations } from 'next-intl/server'
import { textParts } from '@/app/_shared/text-parts'
import { Section } from '@/components/section'
import { LANGUAGES } from '@/lib/lists'
import type { Version } from './page'

/** The text as members read it, both languages side by side. */
export async function Preview({ version, title }: { version: Version; title: string }) {
  const t = await getTranslations('texts')
  return (
    <Section title={title}>
      <div className="grid gap-8 lg:grid-cols-2">
        {LANGUAGES.map((language) => (
          <div key={language} className="grid content-start gap-4">
            <p className="font-medium">{t(language)}</p>
            <div lang={language} className="panel overflow-x-clip">
              {version.texts[language] ? (
                <Words body={version.texts[language]} language={language} />
              ) : (
                t('noWords')
              )}
            </div>
          </div>
        ))}
      </div>
    </Section>
  )
}

function Words({ body, language }: { body: string; language: (typeof LANGUAGES)[number] }) {
  const { lead, parts } = textParts(body, language)
  return (
    <>
      {lead && <div className="text-lg text-soft">{lead}</div>}
      {parts}
    </>
  )
}
