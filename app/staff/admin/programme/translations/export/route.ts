import { z } from 'zod'
import { singleBatch } from '@/lib/exports/batches'
import { csvRoute } from '@/lib/exports/route'
import { berlinDate } from '@/lib/time'
import { missingTexts } from '@/lib/translations/queries'

export const GET = csvRoute({
  list: 'missing-translations',
  page: '/staff/admin/programme/translations',
  question: z.object({}),
  rows: (admin, _, at) => singleBatch(missingTexts(admin, berlinDate(at))),
  columns: {
    kind: ({ place }) => place.kind,
    text: ({ text }) => text,
    missing: ({ languages }) => languages.join(' '),
  },
})
