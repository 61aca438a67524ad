import { join } from 'node:path'
import pg from 'pg'
import { afterAll, inject, vi } from 'vitest'
import { guardDatabase } from '@/db/roles'
import type { TestCluster } from './cluster'

// Before each integration file is read: a database of its own, copied from the migrated one, in the settings the app
// reads. So the app's own `db` is this file's database.
// Files share a process (vitest.config.ts), so what the last one left behind is forgotten first.
vi.resetModules()
for (const held of ['lumixDatabase', 'lumixDesk']) Reflect.deleteProperty(globalThis, held)
const cluster = inject('cluster')
const name = `test_${crypto.randomUUID().replaceAll('-', '')}`

await ask(cluster.adminUrl, (admin) =>
  admin.query(`create database ${name} template lumix owner portal_owner`),
)
Object.assign(process.env, settings(cluster, name))
await ask(String(process.env.OWNER_DATABASE_URL), guardDatabase)

afterAll(() => ask(cluster.adminUrl, (admin) => admin.query(`drop database ${name} with (force)`)))

function settings({ template, folder }: TestCluster, database: string) {
  const here = (url: string) => Object.assign(new URL(url), { pathname: `/${database}` }).href
  return {
    APP_URL: 'http://localhost:3000',
    AUTH_SECRET: 'only-for-tests-only-for-tests-only-for-tests',
    DATABASE_URL: here(template.app),
    OWNER_DATABASE_URL: here(template.owner),
    WORKER_DATABASE_URL: here(template.worker),
    DESK_DATABASE_URL: here(template.desk),
    SMTP_URL: 'smtp://127.0.0.1:9', // nobody listens; the tests hand the worker a mailer of their own
    STORAGE_FOLDER: join(folder, database),
    LOG_LEVEL: 'silent',
  }
}

async function ask(url: string, question: (client: pg.Client) => Promise<unknown>) {
  const client = new pg.Client(url)
  await client.connect()
  await question(client).finally(() => client.end())
}
