import { getTranslations } from 'next-intl/server'
import { Section } from '@/components/section'
import { catalogue } from '@/lib/catalogue/queries/products'
import type { Product } from '@/lib/catalogue/rules'

/** Lists all products that count by name, so that there are no surprises. */
export async function WhatCounts() {
  const t = await getTranslations('programme')
  const products = await catalogue(new Date())
  const counting = products.filter(({ qualifying }) => qualifying)
  const cameras = counting.filter(({ kind }) => kind === 'camera')
  const lenses = counting.filter(({ kind }) => kind === 'lens')
  const others = products.filter(({ qualifying }) => !qualifying)
  return (
    <Section title={t('countTitle')}>
      <p className="readable">{t('countText')}</p>
      <p className="readable">{t('countFitting')}</p>
      <div className="border-line border-b">
        <List title={t('listCameras', { count: cameras.length })} products={cameras} />
        <List title={t('listLenses', { count: lenses.length })} products={lenses} />
        {others.length > 0 && <List title={t('listOther', { count: others.length })} products={others} />}
      </div>
    </Section>
  )
}

function List({ title, products }: { title: string; products: readonly Product[] }) {
  return (
    <details className="group border-line border-t">
      <summary className="flex min-h-13 items-center justify-between gap-4 py-3 font-medium">
        {title}
        <svg
          viewBox="0 0 20 20"
          aria-hidden="true"
          className="size-5 shrink-0 fill-none stroke-2 stroke-current group-open:rotate-180"
        >
          <path d="m5 7.5 5 5 5-5" />
        </svg>
      </summary>
      <ul className="grid gap-1.5 pb-5">
        {products.map(({ id, name, modelNumber }) => (
          <li key={id} className="flex flex-wrap justify-between gap-x-6">
            <span>{name}</span>
            <span className="mono text-soft">{modelNumber}</span>
          </li>
        ))}
      </ul>
    </details>
  )
}
