import { getLocale } from 'next-intl/server'
import type { Language } from '@/lib/lists'

/** Returns the language of this request. `getLocale` returns the tag for dates and numbers. */
export async function currentLanguage(): Promise<Language> {
  return (await getLocale()) === 'de-DE' ? 'de' : 'en'
}
