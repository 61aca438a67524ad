import { z } from 'zod'
import { berlinDate } from '@/lib/time'
import { whole } from '@/lib/exports/batches'
import { csvRoute } from '@/lib/exports/route'
import { missingTexts } from '@/lib/translations/queries'

export const GET = csvRoute({
  list: 'missing-translations',
  page: '/staff/admin/programme/translations',
  question: z.object({}),
  rows: (admin, _, at) => whole(missingTexts(admin, berlinDate(at))),
  columns: {
    kind: ({ kind }) => kind,
    text: ({ text }) => text,
    missing: ({ languages }) => languages.join(' '),
  },
})
