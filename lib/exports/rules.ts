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

/** What a list was asked for; only where in it one was is left out, since all of it is taken. */
export type ExportFilter = Record<string, string | number | undefined>

/** In which of these somebody is named: that it was asked for is written down, and not whom. */
const NAMING = ['actor', 'number', 'q']
const PLACE = ['after', 'before', 'page']

/** A list and its filter as the log keeps it: ids and words, never a name or an address. */
export function describeExport(list: ExportList, asked: ExportFilter) {
  const filter = Object.entries(asked)
    .filter(([key, value]) => value !== undefined && value !== '' && !PLACE.includes(key))
    .map(([key, value]) => (NAMING.includes(key) ? key : `${key}=${value}`))
  return [list, ...filter].join(' ')
}
