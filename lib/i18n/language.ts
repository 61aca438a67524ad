import { getLocale } from 'next-intl/server'
import { LANGUAGES, type Language } from '@/lib/lists'
import { TAGS } from './languages'

/** Returns the language of this request. `getLocale` returns the tag for dates and numbers. */
export async function currentLanguage(): Promise<Language> {
  const tag = await getLocale()
  return LANGUAGES.find((language) => TAGS[language] === tag) ?? 'en'
}
