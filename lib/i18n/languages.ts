import { LANGUAGES, type Language } from '@/lib/lists'

/** Locale tags for dates and numbers: European English, with the day before the month. */
export const TAGS = { en: 'en-GB', de: 'de-DE' } as const

/** The cookie that stores a visitor's choice. */
export const LANGUAGE_COOKIE = 'lumix-language'

export const isLanguage = (value: unknown): value is Language =>
  LANGUAGES.some((language) => language === value)

/** Returns the language for a visitor: their choice, else the first supported one of Accept-Language, else English. */
export function chooseLanguage(chosen: string | undefined, acceptLanguage: string | null): Language {
  if (isLanguage(chosen)) return chosen
  const preferred = (acceptLanguage ?? '')
    .split(',')
    .map((part) => part.split(';q='))
    .map(([tag = '', weight = '1']) => ({
      code: tag.trim().slice(0, 2).toLowerCase(),
      weight: Number(weight) || 0,
    }))
    .sort((a, b) => b.weight - a.weight)
  return preferred.map(({ code }) => code).find(isLanguage) ?? 'en'
}

/** Each language by its own name. */
export const LANGUAGE_NAMES: Record<Language, string> = { en: 'English', de: 'Deutsch' }

/** The options of a field that asks for a language. */
export const LANGUAGE_OPTIONS = LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))
