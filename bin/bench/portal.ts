import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { type Embedded, removeEmbedded, startEmbedded, type Urls } from '@/bin/postgres/embedded'
import { guardDatabase } from '@/db/roles'
import { drawMembershipNumber } from '@/lib/memberships/number'
import { buildIfChanged } from '../portal/build'
import { findFreePort } from '../portal/ports'
import type { ProcessGroup } from '../portal/process-group'
import { logPath } from '../portal/processes'
import { databaseSettings } from '../portal/services'
import { defaultSettings } from '../portal/settings'
import { migrateAndSeed } from '../portal/start'
import { startWeb } from '../portal/web'

export const DIST_DIR = '.next-bench'
const FOLDER = '.data/bench'

type Sample = { number: string; firstName: string; surname: string }
/** A portal with that many members; `sample` has the number and name of some of them. */
export type Site = { members: number; url: string; urls: Urls; database: string; sample: Sample[] }

/** Starts a fresh, fully durable database server, migrated and seeded with the programme, and builds the app. */
export async function openBench(group: ProcessGroup) {
  await removeEmbedded(join(FOLDER, 'postgres'))
  const server = await startEmbedded(join(FOLDER, 'postgres'))
  group.add({ name: 'The database', ended: server.ended.then(() => 'stopped'), stop: server.stop })
  await migrateAndSeed(server.urls())
  await buildIfChanged(group, DIST_DIR, console.log, logPath(FOLDER, 'build'))
  return server
}

/** Starts a database with this many members and a web server for it. No worker, no mailbox. */
export async function openSite(group: ProcessGroup, server: Embedded, members: number): Promise<Site> {
  const database = `members_${members}`
  await query(server.adminUrl, `create database ${database} template lumix owner portal_owner`)
  const urls = server.urls(database)
  await onClient(urls.owner, guardDatabase)
  console.log(`Members    ${members} being created`)
  const sample = await onClient(urls.owner, (owner) => fill(owner, members))
  const port = await findFreePort()
  const url = `http://127.0.0.1:${port}`
  const own = { APP_URL: url, SMTP_URL: 'smtp://127.0.0.1:9' }
  const settings = { ...defaultSettings(FOLDER, port), ...databaseSettings(urls), ...own }
  const log = logPath(FOLDER, `web-${members}`)
  await startWeb(group, { settings, port, distDir: DIST_DIR, until: '/healthz', log })
  return { members, url, urls, database, sample }
}

async function fill(owner: pg.Client, members: number): Promise<Sample[]> {
  const numbers = new Set<string>()
  while (numbers.size < members) numbers.add(drawMembershipNumber())
  await owner.query('create temp table numbers (number text, n bigint)')
  await owner.query('insert into numbers select * from unnest($1::text[]) with ordinality', [[...numbers]])
  await owner.query(readFileSync('bin/bench/fill.sql', 'utf8'))
  await owner.query('vacuum analyze')
  const text = `select number, first_name as "firstName", surname from members join numbers on n = id where n % $1 = 0`
  return (await owner.query(text, [Math.floor(members / 5000)])).rows
}

export const query = (url: string, text: string) => onClient(url, (client) => client.query(text))

async function onClient<T>(url: string, ask: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(url)
  await client.connect()
  return ask(client).finally(() => client.end())
}
