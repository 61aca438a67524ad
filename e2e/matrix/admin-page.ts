import { forAdmins } from './columns'
import type { PageRow } from './pages'

/** A page for admins; `malformed` is its address with an id that is none. */
export const adminPage = (at: PageRow['at'], malformed?: string): PageRow => ({
  at,
  who: forAdmins,
  ...(malformed && { malformed: { at: malformed, cell: 'nothing' as const } }),
})
