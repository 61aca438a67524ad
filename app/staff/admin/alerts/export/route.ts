import { z } from 'zod'
import { AlertState } from '@/lib/alerts/input'
import { listAlerts } from '@/lib/alerts/queries/alerts'
import { pagedBatches } from '@/lib/exports/batches'
import { csvRoute } from '@/lib/exports/route'

export const GET = csvRoute({
  list: 'alerts',
  page: '/staff/admin/alerts',
  question: z.object({ state: AlertState }),
  rows: (admin, { state }) =>
    pagedBatches(async (page) => {
      const { alerts, more } = await listAlerts(admin, state, page)
      return { rows: alerts, more }
    }),
  columns: {
    id: ({ id }) => id,
    kind: ({ kind }) => kind,
    at: ({ at }) => at,
    person: ({ person }) => person,
    centre: ({ centre }) => centre,
    settledAt: ({ settledAt }) => settledAt,
  },
})
