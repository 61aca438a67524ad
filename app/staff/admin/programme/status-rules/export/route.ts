import { z } from 'zod'
import { whole } from '@/lib/exports/batches'
import { csvRoute } from '@/lib/exports/route'
import { listRuleVersions, type RuleVersion } from '@/lib/status-rules/queries/rule-versions'
import { thresholdsOf } from '@/lib/status-rules/rules'
import { berlinDate } from '@/lib/time'

const silver = ({ tiers }: RuleVersion) => thresholdsOf(tiers).silver
const gold = ({ tiers }: RuleVersion) => thresholdsOf(tiers).gold
const platinum = ({ tiers }: RuleVersion) => thresholdsOf(tiers).platinum

export const GET = csvRoute({
  list: 'rules',
  page: '/staff/admin/programme/status-rules',
  question: z.object({}),
  rows: (admin, _, at) => whole(listRuleVersions(admin, berlinDate(at))),
  columns: {
    from: ({ effectiveFrom }) => effectiveFrom,
    state: ({ stands }) => stands,
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
