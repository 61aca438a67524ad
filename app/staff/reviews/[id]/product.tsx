import { TriangleAlert } from 'lucide-react'
import { getFormatter, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { Facts } from '@/components/facts'
import { Notice } from '@/components/notice'
import { StateTag, type Tone } from '@/components/state-tag'
import type { RegistrationState } from '@/lib/lists'
import type { Item, ItemProduct, ProductConflict } from '@/lib/reviews/queries/item'
import { formatDay } from '@/lib/time'
import { Decide } from './decide'
import styles from './item.module.css'
import { Past } from './past'

type Props = { item: Item; product: ItemProduct }

/** One product on the invoice: what the member stated, what needs a closer look, and the decision. */
export async function Product({ item, product }: Props) {
  const t = await getTranslations('reviews')
  const { id, state, refusal } = product
  return (
    <article
      id={`product-${id}`}
      tabIndex={-1}
      aria-labelledby={`name-${id}`}
      className={styles.product}
      data-waiting={state === 'pending' && !refusal ? '' : undefined}
    >
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
        <div className="min-w-0">
          <h2 id={`name-${id}`} className="text-xl">
            {product.name}
          </h2>
          <p className="mono text-soft">{product.modelNumber}</p>
        </div>
        <StateTag tone={TONES[state]}>{t(`states.${state}`)}</StateTag>
      </div>
      <StatedFacts product={product} />
      <Warnings product={product} />
      {state === 'pending' && refusal && <p className="text-soft">{t(`notYours.${refusal}`)}</p>}
      {state === 'pending' && !refusal && <Decision item={item} product={product} />}
      <Past past={product.past} />
    </article>
  )
}

async function StatedFacts({ product }: { product: ItemProduct }) {
  const t = await getTranslations('reviews')
  const format = await getFormatter()
  return (
    <Facts
      items={[
        { key: 'serial', term: t('serial'), value: product.serialTyped, mono: true },
        { key: 'date', term: t('purchasedOn'), value: formatDay(format, product.purchasedOn) },
        { key: 'dealer', term: t('dealer'), value: product.dealer },
      ]}
    />
  )
}

async function Warnings({ product }: { product: ItemProduct }) {
  const t = await getTranslations('reviews')
  const appeal = product.past.findLast(({ what }) => what === 'appealed')
  return (
    <>
      {product.state === 'pending' && appeal && (
        <Notice tone="info" title={t('appealTitle')}>
          <p className="whitespace-pre-line">{appeal.words}</p>
        </Notice>
      )}
      {product.conflicts.map((conflict) => (
        <Conflict key={conflict.id} conflict={conflict} />
      ))}
      {product.warnings.map((warning) => (
        <Line key={warning}>{t(`warnings.${warning}`)}</Line>
      ))}
    </>
  )
}

async function Conflict({ conflict: { kind, number, state, own } }: { conflict: ProductConflict }) {
  const t = await getTranslations('reviews')
  const words = t(`conflicts.${kind}`, { number, state: t(`states.${state}`) })
  if (kind === 'seenElsewhere') return <Line>{words}</Line>
  return (
    <Notice tone="warning">
      <p>
        {words} {own && t('conflicts.own')}
      </p>
    </Notice>
  )
}

function Line({ children }: { children: ReactNode }) {
  return (
    <p className="flex gap-2.5 text-warning">
      <TriangleAlert aria-hidden="true" className="mt-1 size-5 shrink-0" />
      <span className="readable">{children}</span>
    </p>
  )
}

/** Verifying requires page images, and a unit that is not verified for another member, or whose registration can be ended. */
function Decision({ item, product }: Props) {
  const blocking = product.conflicts.find(({ kind }) => kind !== 'seenElsewhere')
  const endable = blocking?.kind === 'verifiedElsewhere' && !blocking.own
  const ready = item.state === 'ready'
  return (
    <Decide
      id={product.id}
      verifiable={ready && !blocking}
      other={ready && endable ? blocking.id : undefined}
    />
  )
}

const TONES: Record<RegistrationState, Tone> = {
  pending: 'info',
  needs_attention: 'warning',
  verified: 'success',
  refused: 'danger',
  withdrawn: 'neutral',
  sold: 'neutral',
  stolen: 'danger',
  replaced: 'neutral',
}
