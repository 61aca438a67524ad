import { getTranslations } from 'next-intl/server'
import type { Member } from '@/lib/actor'
import { invoiceFor } from '@/lib/invoices/queries'

/** Thumbnails of an invoice's pages as the reviewers see them, each linked to its image. Nothing while there are none. */
export async function InvoicePages({ member, id }: { member: Member; id: string }) {
  const invoice = await invoiceFor(member, id)
  if (!invoice || invoice.pages.length === 0) return null
  const t = await getTranslations('registrations.file')
  return (
    <ul className="flex flex-wrap gap-4">
      {invoice.pages.map(({ page, width, height }) => (
        <li key={page}>
          <a href={`/files/${id}/${page}`} target="_blank" className="block" rel="noopener">
            <img
              src={`/files/${id}/${page}`}
              alt={t('pages', { fileName: invoice.fileName, page })}
              width={width}
              height={height}
              loading="lazy"
              className="h-44 w-auto border border-line bg-white object-contain"
            />
          </a>
        </li>
      ))}
    </ul>
  )
}
