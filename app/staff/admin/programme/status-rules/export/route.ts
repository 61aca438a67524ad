import { z } from 'zod'
import { singleBatch } from '@/lib/exports/batches'
import { csvRoute } from '@/lib/exports/route'
import { listStatusRules, type StatusRule } from '@/lib/status-rules/queries/versions'
import { thresholdsOf } from '@/lib/status-rules/rules'
import { berlinDate } from '@/lib/time'

const silver = ({ tiers }: StatusRule) => thresholdsOf(tiers).silver
const gold = ({ tiers }: StatusRule) => thresholdsOf(tiers).gold
const platinum = ({ tiers }: StatusRule) => thresholdsOf(tiers).platinum

export const GET = csvRoute({
  list: 'status-rules',
  page: '/staff/admin/programme/status-rules',
  question: z.object({}),
  rows: (admin, _, at) => singleBatch(listStatusRules(admin, berlinDate(at))),
  columns: {
    from: ({ effectiveFrom }) => effectiveFrom,
    state: ({ state }) => state,
    placeholder: ({ placeholder }) => placeholder,
    silverProducts: (version) => silver(version).products,
    silverCameras: (version) => silver(version).cameras,
    goldProducts: (version) => gold(version).products,
    goldCameras: (version) => gold(version).cameras,
    platinumProducts: (version) => platinum(version).products,
    platinumCameras: (version) => platinum(version).cameras,
    publishedAt: ({ publishedAt }) => publishedAt,
    publishedBy: ({ publishedBy }) => publishedBy,
    reason: ({ reason }) => reason,
    withdrawnAt: ({ withdrawnAt }) => withdrawnAt,
    withdrawnBy: ({ withdrawnBy }) => withdrawnBy,
    withdrawnReason: ({ withdrawnReason }) => withdrawnReason,
  },
})
