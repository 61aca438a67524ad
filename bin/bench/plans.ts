import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type pg from 'pg'
import type { Embedded } from '@/bin/postgres/embedded'
import { query } from './portal'

/** Tables that grow with the members; the others stay small and are read whole, as are the log's months that hold next to nothing. */
const GROWING = [
  'accounts',
  'decisions',
  'invoices',
  'members',
  'memberships',
  'registration_events',
  'registrations',
  'sessions',
  'terms',
]

export type Plans = { count: number; scans: string[] }
type Node = { 'Node Type': string; 'Relation Name'?: string; Plans?: Node[] }

/**
 * Lets Postgres explain every statement that `visit` makes the portal run, with its real parameters and those inside
 * functions too (auto_explain), and gives the sequential scans of large tables among them.
 */
export async function explain(
  server: Embedded,
  database: string,
  visit: () => Promise<void>,
): Promise<Plans> {
  await query(server.adminUrl, (admin) => reconnect(admin, database))
  const log = join(server.home, 'postgres.log')
  const large = await query(server.urls(database).owner, listLarge)
  const before = statSync(log).size
  await visit()
  await pause(500)
  const found = plansIn(readFileSync(log).subarray(before).toString())
  const scans = found.flatMap(({ text, plan }) => scansOf(plan, large).map((table) => `${table}: ${text}`))
  return { count: found.length, scans: [...new Set(scans)] }
}

/** How often Postgres has read one of these tables from end to end, by its own count. */
export async function countScans(ownerUrl: string) {
  const count = 'select sum(seq_scan)::int as scans from pg_stat_user_tables where relname = any($1)'
  const { rows } = await query(ownerUrl, async (owner) => owner.query(count, [await listLarge(owner)]))
  return Number(rows[0].scans)
}

const EXPLAINING = [
  "session_preload_libraries = 'auto_explain'",
  'auto_explain.log_min_duration = 0',
  'auto_explain.log_nested_statements = on',
  "auto_explain.log_format = 'json'",
]

/** Settings of a database hold for new connections, so the portal's pools are made to open new ones. */
async function reconnect(admin: pg.Client, database: string) {
  for (const setting of EXPLAINING) await admin.query(`alter database ${database} set ${setting}`)
  await admin.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [database])
  await pause(500)
}

function plansIn(log: string) {
  const entries = log.matchAll(/ plan:\n((?:\t.*\n)+)/g)
  return [...entries].map(([, json = '']) => {
    const entry = JSON.parse(json) as { 'Query Text': string; Plan: Node }
    return { text: entry['Query Text'].replace(/\s+/g, ' ').slice(0, 200), plan: entry.Plan }
  })
}

async function listLarge(owner: pg.Client): Promise<string[]> {
  const { rows } = await owner.query(
    `select relname as name from pg_class where relname ~ '^log_(reads|acts)_' and relkind = 'r' and reltuples > 1000`,
  )
  return [...GROWING, ...rows.map(({ name }) => name)]
}

function scansOf(node: Node, large: string[]): string[] {
  const { 'Node Type': type, 'Relation Name': table = '', Plans = [] } = node
  const own = type === 'Seq Scan' && large.includes(table) ? [table] : []
  return [...own, ...Plans.flatMap((part) => scansOf(part, large))]
}
