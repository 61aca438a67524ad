import { getTranslations } from 'next-intl/server'
import Link from '@/components/link'
import { Table } from '@/components/table'
import type { listProducts } from '@/lib/catalogue/queries/catalogue'
import { Counts } from './counts'

type Listed = Awaited<ReturnType<typeof listProducts>>['products']

export async function Products({ products, caption }: { products: Listed; caption: string }) {
  const t = await getTranslations('catalogue')
  return (
    <Table
      caption={caption}
      columns={[
        { key: 'name', label: t('name'), head: true },
        { key: 'modelNumber', label: t('modelNumber'), mono: true },
        { key: 'kind', label: t('kind') },
        { key: 'mount', label: t('mount') },
        { key: 'counts', label: t('stands') },
      ]}
      rows={products.map((product) => ({
        key: product.id,
        cells: {
          name: (
            <Link className="link" href={`/staff/admin/programme/catalogue/${product.id}`}>
              {product.name}
            </Link>
          ),
          modelNumber: product.modelNumber,
          kind: t(product.kind),
          mount: product.mount,
          counts: <Counts dates={product} state={product.state} />,
        },
      }))}
    />
  )
}
