import { getTranslations } from 'next-intl/server'
import { Section } from '@/components/section'
import { countriesIn, countryName } from '@/lib/countries/rules'
import { currentLanguage } from '@/lib/i18n/language'

type Props = { offered: string[]; elsewhere: { code: string; operator: string; url: string | null }[] }

/** The countries where the programme is offered, and its operators elsewhere. */
export async function Where({ offered, elsewhere }: Props) {
  const t = await getTranslations('programme')
  const language = await currentLanguage()
  const operators = Map.groupBy(elsewhere, ({ operator }) => operator)
  return (
    <Section title={t('whereTitle')}>
      <p className="readable">{t('whereText')}</p>
      <ul className="flex flex-wrap gap-x-6 gap-y-1 font-medium text-lg">
        {countriesIn(language, offered).map(({ code, name }) => (
          <li key={code}>{name}</li>
        ))}
      </ul>
      {operators.size > 0 && (
        <div className="grid gap-2 text-soft">
          <p>{t('whereElsewhere')}</p>
          <ul>
            {[...operators].map(([operator, there]) => (
              <li key={operator}>
                {there.map(({ code }) => countryName(code, language)).join(', ')}:{' '}
                <Operator name={operator} url={there.find(({ url }) => url)?.url} />
              </li>
            ))}
          </ul>
        </div>
      )}
    </Section>
  )
}

function Operator({ name, url }: { name: string; url?: string | null }) {
  if (!url) return name
  return (
    <a className="link" href={url} rel="noreferrer">
      {name}
    </a>
  )
}
