import { LANGUAGES, type Language } from '@/lib/lists'

/** By which dates and numbers are written: English as in Europe, with the day before the month. */
export const TAGS = { en: 'en-GB', de: 'de-DE' } as const

/** The cookie that keeps a visitor's choice. */
export const LANGUAGE_COOKIE = 'lumix-language'

export const isLanguage = (value: unknown): value is Language =>
  LANGUAGES.some((language) => language === value)

/** The language for a visitor: their choice, else the first of Accept-Language that we speak, else English. */
export function chooseLanguage(chosen: string | undefined, acceptLanguage: string | null): Language {
  if (isLanguage(chosen)) return chosen
  const wished = (acceptLanguage ?? '')
    .split(',')
    .map((part) => part.split(';q='))
    .map(([tag = '', weight = '1']) => ({
      code: tag.trim().slice(0, 2).toLowerCase(),
      weight: Number(weight) || 0,
    }))
    .sort((a, b) => b.weight - a.weight)
  return wished.map(({ code }) => code).find(isLanguage) ?? 'en'
}
