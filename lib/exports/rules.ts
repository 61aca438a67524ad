/** Every list that can be exported; each has its words in `messages/<language>/exports.json`. */
export const EXPORT_LISTS = [
  'acceptances',
  'alerts',
  'black-invitations',
  'centres',
  'checks',
  'corrections',
  'countries',
  'decisions',
  'decisions-by-day',
  'texts',
  'failed-jobs',
  'failed-mails',
  'log',
  'member-counts',
  'members',
  'missing-translations',
  'reasons',
  'reviews',
  'status-rules',
  'services',
  'simulation',
  'staff',
  'staff-invitations',
  'unmatched-models',
] as const
export type ExportList = (typeof EXPORT_LISTS)[number]

/** The filter of a list. The page is left out of the log, since the whole list is exported. */
export type ExportFilter = Record<string, string | number | undefined>

/** Filters that name a person: only their use is logged, not the value. */
const PERSONAL = ['actor', 'number', 'q']
const PAGING = ['after', 'before', 'page']

/** Returns a list and its filter as logged: ids and keywords, never a name or an address. */
export function describeExport(list: ExportList, filter: ExportFilter) {
  const parts = Object.entries(filter)
    .filter(([key, value]) => value !== undefined && value !== '' && !PAGING.includes(key))
    .map(([key, value]) => (PERSONAL.includes(key) ? key : `${key}=${value}`))
  return [list, ...parts].join(' ')
}
