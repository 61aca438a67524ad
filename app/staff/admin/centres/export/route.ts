import { z } from 'zod'
import { listCentres } from '@/lib/centres/queries/centres'
import { pagedBatches } from '@/lib/exports/batches'
import { csvRoute } from '@/lib/exports/route'

export const GET = csvRoute({
  list: 'centres',
  page: '/staff/admin/centres',
  question: z.object({}),
  rows: (admin) =>
    pagedBatches(async (page) => {
      const { centres, more } = await listCentres(admin, page)
      return { rows: centres, more }
    }),
  columns: {
    id: ({ id }) => id,
    name: ({ name }) => name,
    city: ({ city }) => city,
    country: ({ country }) => country,
    open: ({ open }) => open,
    legalBasis: ({ basis }) => basis,
    people: ({ people }) => people,
  },
})
