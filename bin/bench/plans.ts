import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Embedded } from '@/bin/postgres/embedded'
import { query, type Site } from './portal'

/** How many statements were explained, and which large tables were scanned sequentially. */
export type Plans = { count: number; scans: string[] }

/** Tables that grow with the members; the others stay small and may be scanned, as may empty months of the log. */
const LARGE =
  /^(accounts|decisions|invoices|log_(acts|reads)_.*|members(hips)?|registrations|registration_events|sessions|terms)$/

const EXPLAIN_SETTINGS = [
  "session_preload_libraries = 'auto_explain'",
  'auto_explain.log_min_duration = 0',
  'auto_explain.log_nested_statements = on',
  "auto_explain.log_format = 'json'",
]

/** Has Postgres explain every statement that `visit` causes, with its real parameters, including those inside functions. */
export async function explain<T>(server: Embedded, site: Site, visit: (site: Site) => Promise<T>) {
  const [log, name] = [join(server.home, 'postgres.log'), site.database]
  for (const setting of EXPLAIN_SETTINGS)
    await query(server.adminUrl, `alter database ${name} set ${setting}`)
  // Database settings apply to new connections only, so the portal's pools are forced to reconnect.
  await query(
    server.adminUrl,
    `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}'`,
  )
  await pause(500)
  const before = statSync(log).size
  const visited = await visit(site)
  await pause(500)
  const plans = readFileSync(log)
    .subarray(before)
    .toString()
    .matchAll(/ plan:\n((?:\t.*\n)+)/g)
  const scans = [...plans].map(([, plan = '']) => scansOf(plan))
  return { count: scans.length, scans: [...new Set(scans.flat())], visited }
}

function scansOf(plan: string) {
  const tables: string[] = []
  const { 'Query Text': statement } = JSON.parse(plan, (_, node) => {
    if (node?.['Node Type'] === 'Seq Scan' && node['Total Cost'] > 0 && LARGE.test(node['Relation Name']))
      tables.push(node['Relation Name'])
    return node
  })
  return tables.map((table) => `${table}: ${statement.replace(/\s+/g, ' ').slice(0, 200)}`)
}

/** How many sequential scans of these tables Postgres has counted. */
export async function countScans({ urls }: Site) {
  const { rows } = await query(
    urls.owner,
    'select relname, seq_scan::int from pg_stat_user_tables where n_live_tup > 0',
  )
  return rows.reduce(
    (sum, { relname, seq_scan }) => (LARGE.test(relname) ? sum + seq_scan : sum),
    0,
  ) as number
}
