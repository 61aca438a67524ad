import { z } from 'zod'
import { singleBatch } from '@/lib/exports/batches'
import { csvRoute } from '@/lib/exports/route'
import { listAllReasons } from '@/lib/reasons/queries'

export const GET = csvRoute({
  list: 'reasons',
  page: '/staff/admin/programme/reasons',
  question: z.object({}),
  rows: (admin) => singleBatch(listAllReasons(admin)),
  columns: {
    id: ({ id }) => id,
    kind: ({ kind }) => kind,
    ending: ({ ending }) => ending,
    en: ({ texts }) => texts.en,
    de: ({ texts }) => texts.de,
    used: ({ used }) => used,
    retiredAt: ({ retiredAt }) => retiredAt,
  },
})
