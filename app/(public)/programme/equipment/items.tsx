import { Aperture, Camera, CircleHelp, Unplug, X } from 'lucide-react'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { buttonClass } from '@/components/button'
import Link from '@/components/link'
import type { Product } from '@/lib/catalogue/rules'
import type { EquipmentItem } from '@/lib/status-rules/queries/equipment'
import { equipmentAddress } from './address'

type Props = { items: readonly EquipmentItem[] }

/** An item in the address: its model number once it is known. */
export const addressText = (item: EquipmentItem) =>
  'product' in item ? item.product.modelNumber : item.typed

/** The items, newest first; each can be removed, and ambiguous ones can be clarified. */
export async function EquipmentItems({ items }: Props) {
  const t = await getTranslations('programme.equipment')
  if (items.length === 0) return <p className="text-soft">{t('empty')}</p>
  const others = (index: number) => items.toSpliced(index, 1).map(addressText)
  return (
    <ul>
      {items
        .map((item, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two of the same are two
          <li key={index} className="grid grid-cols-[1fr_auto] items-start gap-x-3 border-line border-t py-3">
            <Item
              item={item}
              choose={(model) => equipmentAddress(items.map(addressText).with(index, model))}
            />
            <Link
              href={equipmentAddress(others(index))}
              scroll={false}
              aria-label={t('remove', { name: 'product' in item ? item.product.name : item.typed })}
              className="grid size-11 place-items-center rounded-md text-soft hover:bg-panel hover:text-ink"
            >
              <X aria-hidden="true" className="size-5" />
            </Link>
          </li>
        ))
        .toReversed()}
    </ul>
  )
}

type ItemProps = { item: EquipmentItem; choose: (model: string) => string }

async function Item({ item, choose }: ItemProps) {
  const t = await getTranslations('programme.equipment')
  if ('product' in item) return <Known product={item.product} />
  if ('maker' in item)
    return <Row name={item.typed} icon={<Unplug {...ICON_PROPS} />} note={t('thirdParty', item)} />
  const unclear = item.choices.length > 0
  return (
    <Row
      name={item.typed}
      icon={<CircleHelp {...ICON_PROPS} />}
      note={unclear ? t('unclear') : t('unknown')}
      warn={!unclear}
    >
      {unclear && <Choices products={item.choices} choose={choose} />}
    </Row>
  )
}

async function Known({ product }: { product: Extract<EquipmentItem, { product: unknown }>['product'] }) {
  const t = await getTranslations('programme.equipment')
  const Icon = product.kind === 'camera' ? Camera : Aperture
  const kind = product.kind === 'camera' ? t('kindCamera') : t('kindLens')
  return (
    <Row
      name={product.name}
      model={product.modelNumber}
      icon={<Icon {...ICON_PROPS} aria-hidden={undefined} role="img" aria-label={kind} />}
      note={product.qualifying ? undefined : t('countsNot')}
      warn
    />
  )
}

type RowProps = {
  name: string
  model?: string
  icon: ReactNode
  note?: string
  warn?: boolean
  children?: ReactNode
}

function Row({ name, model, icon, note, warn, children }: RowProps) {
  return (
    <div className="grid grid-cols-[auto_1fr] gap-x-4 py-1.5">
      {icon}
      <div className="grid gap-0.5">
        <p className="font-medium">{name}</p>
        {model && <p className="mono text-soft">{model}</p>}
        {note && <p className={warn ? 'text-warning' : 'text-soft'}>{note}</p>}
        {children}
      </div>
    </div>
  )
}

type ChoicesProps = Pick<ItemProps, 'choose'> & { products: readonly Product[] }

function Choices({ products, choose }: ChoicesProps) {
  return (
    <ul className="grid gap-2 pt-2">
      {products.map(({ id, name, modelNumber }) => (
        <li key={id}>
          <Link
            href={choose(modelNumber)}
            scroll={false}
            className={buttonClass(
              { variant: 'secondary', size: 'small' },
              'w-full justify-start! text-left!',
            )}
          >
            <span>
              {name} <span className="mono whitespace-nowrap font-normal text-soft">{modelNumber}</span>
            </span>
          </Link>
        </li>
      ))}
    </ul>
  )
}

const ICON_PROPS = { 'aria-hidden': true, strokeWidth: 1.75, className: 'mt-0.5 size-6 text-soft' } as const
