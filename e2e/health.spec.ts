// A portal of its own, so that its parts can be stopped.

import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { GUARDED, guardsOf } from './crawl/guards'
import { axeFindings } from './fixtures/axe'
import { type OwnPortal, startOwnPortal } from './fixtures/own-portal'
import { expect, test } from './fixtures/test'

test.describe.configure({ mode: 'serial' })
let portal: OwnPortal

test.beforeAll(async () => {
  portal = await startOwnPortal('health', { ownServer: true })
})
test.afterAll(() => portal?.stop())

async function ask(path: '/healthz' | '/readyz') {
  const response = await fetch(portal.url + path)
  return { status: response.status, ...(await response.json()) }
}
const all = { ok: true, database: 'ok', migrations: 'ok', worker: 'ok', storage: 'ok' }
const READY = { status: 200, ...all }
const without = (part: keyof typeof all) => ({ status: 503, ...all, ok: false, [part]: 'fails' })

test('the process is alive at once; it is ready when a worker is there, and no longer when it has stopped', async () => {
  expect(await ask('/healthz')).toEqual({ status: 200, ok: true })
  expect(await ask('/readyz')).toEqual(without('worker'))
  const worker = portal.startWorker()
  await expect.poll(() => ask('/readyz'), { timeout: 30_000 }).toEqual(READY)
  await worker.stop()
  expect(await ask('/readyz')).toEqual(without('worker'))
})

test('a worker that went without a word counts for a minute', async () => {
  const beat = (ago: string) =>
    portal.rows(
      `insert into worker_heartbeats (name, at) values ('gone', now() - $1::interval)
        on conflict (name) do update set at = excluded.at`,
      ago,
    )
  await beat('55 seconds')
  expect(await ask('/readyz')).toEqual(READY)
  await beat('61 seconds')
  expect(await ask('/readyz')).toEqual(without('worker'))
  await beat('0 seconds')
})

test('a folder that cannot be written, and a migration that has not run, are named', async () => {
  const { STORAGE_FOLDER: folder } = portal.settings
  renameSync(folder, `${folder}.away`)
  writeFileSync(folder, 'no folder')
  expect(await ask('/readyz')).toEqual(without('storage'))
  renameSync(`${folder}`, `${folder}.file`)
  renameSync(`${folder}.away`, folder)

  await portal.rows('update worker_heartbeats set at = now()')
  const [last] = await portal.rows<{ hash: string; created_at: string }>(
    'delete from drizzle.__drizzle_migrations where id = (select max(id) from drizzle.__drizzle_migrations) returning *',
  )
  expect(await ask('/readyz')).toEqual(without('migrations'))
  await portal.rows(
    'insert into drizzle.__drizzle_migrations (hash, created_at) values ($1, $2)',
    last?.hash,
    last?.created_at,
  )
  await portal.rows('update worker_heartbeats set at = now()')
  expect(await ask('/readyz')).toEqual(READY)
})

const words = { 'en-GB': 'Something went wrong on our side', 'de-DE': 'Bei uns ist etwas schiefgegangen' }

test('without its database it is alive and not ready; people read a sentence, and a reference from the log', async ({
  enter,
}) => {
  await portal.stopDatabase()
  expect((await ask('/healthz')).status).toBe(200)
  expect(await ask('/readyz')).toMatchObject({ status: 503, database: 'fails', storage: 'ok' })
  for (const [locale, title] of Object.entries(words)) {
    const page = await enter({ token: 'a-session-of-yesterday' }, { locale })
    const answer = await page.goto(`${portal.url}/programme`)
    if (!answer) throw new Error('There is no answer.')
    expect(answer.status()).toBe(500)
    expect(await guardsOf(answer)).toEqual(GUARDED)
    await expect(page.getByRole('heading', { name: title })).toBeVisible()
    const id = String(answer.headers()['x-request-id'])
    await expect(page.getByText(id)).toBeVisible()
    expect(await axeFindings(page)).toEqual([])
    expect(log().some((line) => line.requestId === id)).toBe(true)
  }
  expect(JSON.stringify(log())).not.toContain('a-session-of-yesterday')
})

/** The lines of the web server's log that are ours. */
const log = (): { requestId?: string }[] =>
  existsSync(portal.log)
    ? readFileSync(portal.log, 'utf8')
        .split('\n')
        .filter((line) => line.startsWith('{'))
        .map((line) => JSON.parse(line))
    : []
