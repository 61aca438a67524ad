import { getLocale } from 'next-intl/server'
import type { Language } from '@/lib/lists'

/** The language of this request. `getLocale` gives the tag that dates and numbers are written by. */
export async function currentLanguage(): Promise<Language> {
  return (await getLocale()) === 'de-DE' ? 'de' : 'en'
}
