import { join } from 'node:path'
import { afterAll, inject, vi } from 'vitest'
import { copyTemplate } from './copy'

// Runs before each integration test file: copies the migrated database and puts its addresses into the settings the app
// reads, so that the app's own `db` is this file's database.
// Files share a process (vitest.config.ts), so state left behind by the previous one is reset first.
vi.resetModules()
for (const held of ['lumixDatabase', 'lumixDesk']) Reflect.deleteProperty(globalThis, held)
const { template, folder } = inject('cluster')
const { name, urls, drop } = await copyTemplate(template)

Object.assign(process.env, {
  APP_URL: 'http://localhost:3000',
  AUTH_SECRET: 'only-for-tests-only-for-tests-only-for-tests',
  DATABASE_URL: urls.app,
  OWNER_DATABASE_URL: urls.owner,
  WORKER_DATABASE_URL: urls.worker,
  DESK_DATABASE_URL: urls.desk,
  SMTP_URL: 'smtp://127.0.0.1:9', // nothing listens here; the tests pass the worker a mailer of their own
  STORAGE_FOLDER: join(folder, name),
  LOG_LEVEL: 'silent',
})

afterAll(drop)
