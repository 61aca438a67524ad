import { createTranslator } from 'use-intl/core'
import { env } from '@/lib/env'
import { TAGS } from '@/lib/i18n/languages'
import de from '@/lib/i18n/messages/de/mails.json'
import en from '@/lib/i18n/messages/en/mails.json'
import type { Language } from '@/lib/lists'

/** Every text of the mails; a key missing in German does not compile. */
const messages: Record<Language, typeof en> = { en, de }

export type MailContext = ReturnType<typeof mailContext>

/** Returns what a template renders with: texts, dates and links in one language. A missing text throws. */
export function mailContext(language: Language) {
  const { APP_URL, CONTACT_EMAIL } = env()
  return {
    language,
    t: createTranslator({ locale: TAGS[language], messages: messages[language], onError: raise }),
    /** `2026-11-23` as 23 November 2026. */
    day: (date: string) =>
      format(language, { dateStyle: 'long', timeZone: 'UTC' }, new Date(`${date}T00:00:00Z`)),
    moment: (at: Date) =>
      format(language, { dateStyle: 'long', timeStyle: 'short', timeZone: 'Europe/Berlin' }, at),
    link: (path: `/${string}`) => `${APP_URL}${path}`,
    host: new URL(APP_URL).host,
    contact: CONTACT_EMAIL,
  }
}

const format = (language: Language, options: Intl.DateTimeFormatOptions, at: Date) =>
  new Intl.DateTimeFormat(TAGS[language], options).format(at)

function raise(error: Error): never {
  throw error
}
