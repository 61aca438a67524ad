import { join } from 'node:path'
import pg from 'pg'
import { type Embedded, removeEmbedded, startEmbedded, type Urls } from '@/bin/postgres/embedded'
import { guardDatabase } from '@/db/roles'
import { buildIfChanged } from '../portal/build'
import type { Crew } from '../portal/crew'
import { anyPort } from '../portal/ports'
import { logOf } from '../portal/processes'
import { databaseSettings } from '../portal/services'
import { chosenSettings } from '../portal/settings'
import { bringUpToDate } from '../portal/start'
import { startWeb } from '../portal/web'

export const DIST_DIR = '.next-bench'
export const FOLDER = '.data/bench'

/** A portal with that many members: its address, its database, and the database's name. */
export type Site = { members: number; url: string; urls: Urls; database: string }

/** A fresh database server that writes as carefully as a real one, migrated and with the programme; and the build. */
export async function openBench(crew: Crew, say: (line: string) => void) {
  await removeEmbedded(join(FOLDER, 'postgres'))
  const server = await startEmbedded(join(FOLDER, 'postgres'))
  const ended = server.ended.then(() => 'stopped unexpectedly')
  crew.add({ name: 'The database', ended, stop: server.stop })
  await bringUpToDate(server.urls())
  await buildIfChanged(crew, DIST_DIR, say, logOf(FOLDER, 'build'))
  return server
}

/** A database for so many members, still without them, and a web server of its own. No worker, no mailbox. */
export async function openSite(crew: Crew, server: Embedded, members: number): Promise<Site> {
  const database = `members_${members}`
  await query(server.adminUrl, (admin) =>
    admin.query(`create database ${database} template lumix owner portal_owner`),
  )
  const urls = server.urls(database)
  await query(urls.owner, guardDatabase)
  const port = await anyPort()
  const url = `http://127.0.0.1:${port}`
  const settings = {
    ...chosenSettings(FOLDER, port),
    ...databaseSettings(urls),
    APP_URL: url,
    SMTP_URL: 'smtp://127.0.0.1:9',
  }
  const log = logOf(FOLDER, `web-${members}`)
  await startWeb(crew, { settings, port, distDir: DIST_DIR, until: '/healthz', log })
  return { members, url, urls, database }
}

/** On a connection of its own. */
export async function query<T>(url: string, ask: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(url)
  await client.connect()
  return ask(client).finally(() => client.end())
}
