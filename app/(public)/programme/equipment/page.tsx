import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { BackLink } from '@/components/back-link'
import Link from '@/components/link'
import { PageHead } from '@/components/page-head'
import { EquipmentList, MAX_ITEMS } from '@/lib/status-rules/input'
import { statusOfEquipment } from '@/lib/status-rules/queries/equipment'
import styles from './equipment.module.css'
import { EquipmentField } from './equipment-field'
import { addressText, EquipmentItems } from './items'
import { Meaning, StatusResult } from './result'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations('programme.equipment'))('title'),
})

/** The whole list is in the address, so nothing is stored, and going back removes the last item. */
export default async function EquipmentPage({ searchParams }: PageProps<'/programme/equipment'>) {
  const equipment = await statusOfEquipment(EquipmentList.parse((await searchParams).m), new Date())
  const t = await getTranslations('programme.equipment')
  const items = equipment.items.map(addressText)
  return (
    <>
      <PageHead
        title={t('title')}
        lead={t('lead')}
        back={<BackLink href="/programme">{t('back')}</BackLink>}
      />
      <div className={`${styles.bag} pb-16`}>
        {items.length < MAX_ITEMS ? (
          <EquipmentField items={items} texts={await fieldTexts()} />
        ) : (
          <p>{t('full', { most: MAX_ITEMS })}</p>
        )}
        <StatusResult equipment={equipment} />
        <section aria-labelledby="in-equipment" className="grid gap-3">
          <div className="flex flex-wrap items-baseline justify-between gap-x-6">
            <h2 id="in-equipment" className="text-xl">
              {t('listed')}
            </h2>
            {items.length > 1 && (
              <Link className="link py-2" href="/programme/equipment" scroll={false}>
                {t('startOver')}
              </Link>
            )}
          </div>
          <EquipmentItems items={equipment.items} />
        </section>
        <Meaning equipment={equipment} />
      </div>
    </>
  )
}

async function fieldTexts() {
  const t = await getTranslations('programme.equipment')
  return {
    field: t('field'),
    hint: t('hint'),
    add: t('add'),
    waiting: (await getTranslations('shell'))('waiting'),
    suggestions: t('suggestions'),
    matches: t('matches', { count: '{count}' }),
  }
}
