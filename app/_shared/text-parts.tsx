import { Blocks, RichText, type SettingTexts } from '@/components/rich-text'
import { env } from '@/lib/env'
import { messages } from '@/lib/i18n/messages'
import type { Language } from '@/lib/lists'
import { partsOf, readMarkdown } from '@/lib/texts/markdown'

/** Returns the text of each setting in a language; an unset one is shown as such. */
export function settingTexts(language: Language): SettingTexts {
  const { CONTACT_EMAIL, DPO_EMAIL, AUTHORITY_EMAIL, GENERAL_POLICY_URL, DATA_LOCATION } = env()
  const unset = { text: messages[language].texts.notSet }
  const mail = (address?: string) => (address ? { text: address, to: `mailto:${address}` } : unset)
  return {
    contactEmail: mail(CONTACT_EMAIL),
    dpoEmail: mail(DPO_EMAIL),
    authorityEmail: mail(AUTHORITY_EMAIL),
    generalPolicyUrl: GENERAL_POLICY_URL ? { text: GENERAL_POLICY_URL, to: GENERAL_POLICY_URL } : unset,
    dataLocation: DATA_LOCATION ? { text: DATA_LOCATION } : unset,
  }
}

/** Returns the lead and the sections of a text. Texts are parsed before they are saved, so parsing cannot fail here. */
export function textParts(body: string, language: Language) {
  const read = readMarkdown(body)
  if ('problem' in read) throw new Error(`A saved text can't be parsed: ${read.problem.reason}.`)
  const settings = settingTexts(language)
  const { lead } = partsOf(read.blocks)
  return {
    lead: lead.length > 0 ? <Blocks blocks={lead} settings={settings} /> : undefined,
    parts: <RichText blocks={read.blocks} settings={settings} />,
  }
}
