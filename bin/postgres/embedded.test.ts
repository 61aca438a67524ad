import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, expect, test } from 'vitest'
import { type Embedded, removeEmbedded, startEmbedded } from './embedded'
import { readLock } from './server'

const above = mkdtempSync(join(tmpdir(), 'lumix-pro-embedded-')) // closed to others, so as root the files go elsewhere
const folder = join(above, 'postgres')

afterAll(async () => {
  await removeEmbedded(folder)
  rmSync(above, { recursive: true })
})

async function ask(database: Embedded, question: string) {
  const client = new pg.Client(database.urls().owner)
  await client.connect()
  return client.query(question).finally(() => client.end())
}

test('data and address survive a restart', async () => {
  const first = await startEmbedded(folder)
  await ask(first, 'create table kept (n int)')
  await first.stop()
  const second = await startEmbedded(folder)
  await ask(second, 'select n from kept')
  expect(second.urls()).toEqual(first.urls())
  await second.stop()
})

test('two concurrent starts share one server, and only the one that started it stops it', async () => {
  const both = await Promise.all([startEmbedded(folder), startEmbedded(folder)])
  expect(both.filter(({ joined }) => joined)).toHaveLength(1)
  for (const database of both.toSorted((a) => (a.joined ? -1 : 1))) {
    await ask(database, 'select 1')
    await database.stop()
  }
  expect(readLock(both[0].home)).toBeUndefined()
})

test('a killed server is reported, and starts again', async () => {
  const killed = await startEmbedded(folder)
  process.kill(Number(readLock(killed.home)?.pid), 'SIGKILL')
  await killed.ended
  const again = await startEmbedded(folder)
  await ask(again, 'select n from kept')
  await again.stop()
})

test('a stale lock whose process id now belongs to another program is no obstacle', async () => {
  const before = await startEmbedded(folder)
  await before.stop()
  writeFileSync(
    join(before.home, 'data/postmaster.pid'),
    `${process.pid}\n/elsewhere\n1\n5432\n\n\n\nready\n`,
  )
  const after = await startEmbedded(folder)
  await ask(after, 'select n from kept')
  await after.stop()
})

test('only its owner can read its passwords, and it is not deleted while it runs', async () => {
  const running = await startEmbedded(folder)
  expect(statSync(join(running.home, 'access.json')).mode & 0o777).toBe(0o600)
  await expect(removeEmbedded(folder)).rejects.toThrow('is running')
  await running.stop()
  await removeEmbedded(folder)
  expect(existsSync(running.home)).toBe(false)
})
