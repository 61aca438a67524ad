import { FileText } from 'lucide-react'
import { getFormatter, getTranslations } from 'next-intl/server'
import type { draftOf } from '@/lib/registrations/queries/draft'

type Draft = NonNullable<Awaited<ReturnType<typeof draftOf>>>

/** The file of a draft: its name, size and state. */
export async function FileFacts({ invoice }: { invoice: NonNullable<Draft['invoice']> }) {
  const t = await getTranslations('registrations')
  const format = await getFormatter()
  const size = format.number(Math.max(invoice.bytes / 1024 / 1024, 0.1), { maximumFractionDigits: 1 })
  return (
    <div className="flex gap-4">
      <FileText aria-hidden="true" className="size-8 shrink-0 text-soft" strokeWidth={1.6} />
      <div className="min-w-0">
        <p className="font-medium [overflow-wrap:anywhere]">{invoice.fileName}</p>
        <p className="text-soft">
          {size} MB · {t(`invoiceState.${invoice.state}`)}
        </p>
      </div>
    </div>
  )
}
