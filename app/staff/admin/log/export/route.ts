import { BATCH, followingBatches } from '@/lib/exports/batches'
import { csvRoute } from '@/lib/exports/route'
import { LogFilter } from '@/lib/log-reading/input'
import { readLog } from '@/lib/log-reading/queries'

export const GET = csvRoute({
  list: 'log',
  page: '/staff/admin/log',
  question: LogFilter,
  rows: (admin, filter) =>
    followingBatches(
      (before?: number) => readLog(admin, { ...filter, before }, BATCH),
      ({ id }) => id,
    ),
  columns: {
    at: ({ at }) => at,
    action: ({ action }) => action,
    actor: ({ actor }) => actor,
    role: ({ role }) => role,
    member: ({ number }) => number,
    centre: ({ centre }) => centre,
    country: ({ country }) => country,
    purpose: ({ purpose }) => purpose,
    caseNumber: ({ caseNumber }) => caseNumber,
    hit: ({ hit }) => hit,
    reason: ({ reason }) => reason,
  },
})
