import { getTranslations } from 'next-intl/server'
import { CardBlank } from '@/components/card-blank'
import { STATUSES, type Status } from '@/lib/lists'
import type { Tier } from '@/lib/memberships/rules'

type Props = { tiers: readonly Tier[]; range: Record<Status, string[]> }

/** The five statuses, each with its requirements and services. */
export async function Ladder({ tiers, range }: Props) {
  const t = await getTranslations('programme')
  const words = await getTranslations('account')
  const first = STATUSES.find((status) => range[status].length > 0)
  return (
    <section aria-labelledby="statuses" className="py-6">
      <h2 id="statuses" className="sr-only">
        {t('statuses')}
      </h2>
      <ul>
        {STATUSES.map((status) => (
          <li
            key={status}
            className="grid grid-cols-[2fr_3fr] gap-x-5 gap-y-6 border-line border-t py-8 sm:grid-cols-[minmax(11rem,2fr)_5fr] sm:gap-x-12 lg:grid-cols-[18rem_minmax(14rem,4fr)_5fr]"
          >
            <div className="sm:row-span-2 lg:row-span-1">
              <CardBlank material={status} status={words(status)} />
            </div>
            <div className="grid content-start gap-2">
              <h3 className="text-3xl">{words(status)}</h3>
              <p className="text-pretty">
                <Needs status={status} tier={tiers.find((tier) => tier.status === status)} />
              </p>
            </div>
            {range[status].length > 0 ? (
              <Services lines={range[status]} />
            ) : (
              <p className="col-span-2 text-pretty text-soft sm:col-span-1">
                {first && status === 'red'
                  ? t('noServicesRed', { status: words(first) })
                  : first && t('noServices', { status: words(first) })}
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

async function Needs({ status, tier }: { status: Status; tier?: Tier }) {
  const t = await getTranslations('programme')
  if (status === 'black' || !tier) return t('needsBlack')
  if (tier.products === 0) return t('needsNothing')
  return t('needs', { products: tier.products, cameras: tier.cameras })
}

function Services({ lines }: { lines: readonly string[] }) {
  return (
    <ul className="col-span-2 grid content-start gap-1.5 border-line border-l-2 pl-5 sm:col-span-1">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  )
}
