import { currentLanguage } from '@/lib/i18n/language'
import { LANGUAGES } from '@/lib/lists'

/** A text in both languages, the reader's own first. */
export async function BothLanguages({ texts }: { texts: { en: string; de: string } }) {
  const own = await currentLanguage()
  const order = [own, ...LANGUAGES.filter((language) => language !== own)]
  return (
    <div className="readable grid gap-1.5">
      {order.map((language) => (
        <p key={language} lang={language} className={language === own ? '' : 'text-soft'}>
          {texts[language]}
        </p>
      ))}
    </div>
  )
}
