import { never } from './cells'
import { log, takenByAdmins } from './columns'
import type { RouteRow } from './routes'

/** Each list that can be exported, asked for as its page asks. */
const EXPORTS = {
  '/staff/admin/alerts/export/route': '?state=open',
  '/staff/admin/black/export/route': '?state=approved',
  '/staff/admin/centres/export/route': '',
  '/staff/admin/checks/export/route': '?days=7',
  '/staff/admin/decisions/days/export/route': '?days=7',
  '/staff/admin/decisions/export/route': '?outcome=refused',
  '/staff/admin/failures/jobs/export/route': '',
  '/staff/admin/failures/mails/export/route': '',
  '/staff/admin/log/export/route': '?action=list.exported',
  '/staff/admin/members/counts/export/route': '?country=DE',
  '/staff/admin/members/export/route': '?q=Beispielmann',
  '/staff/admin/programme/catalogue/unmatched/export/route': '',
  '/staff/admin/programme/countries/export/route': '',
  '/staff/admin/programme/reasons/export/route': '',
  '/staff/admin/programme/status-rules/drafts/export/route': '',
  '/staff/admin/programme/status-rules/export/route': '',
  '/staff/admin/programme/services/export/route': '?country=DE',
  '/staff/admin/programme/texts/export/route': '?missing=yes',
  '/staff/admin/programme/texts/versions/export/route': '',
  '/staff/admin/programme/translations/export/route': '',
  '/staff/admin/staff/export/route': '',
  '/staff/admin/staff/invitations/export/route': '',
  '/staff/reviews/corrections/export/route': '',
  '/staff/reviews/export/route': '',
}

const row = (path: string): RouteRow => ({
  method: 'GET',
  make: () => ({ path }),
  who: takenByAdmins,
  malformed: never('a malformed request is not sent'),
  over: never('what is read is never over'),
  changes: [log],
  again: 'done', // every export is written down
})

export const exportRoutes: Record<string, RouteRow[]> = Object.fromEntries(
  Object.entries(EXPORTS).map(([name, query]) => [name, [row(name.replace(/\/route$/, query))]]),
)
