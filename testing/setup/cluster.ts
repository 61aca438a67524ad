import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { startThrowaway, type Urls } from '@/bin/postgres/embedded'
import { seedProgramme } from '@/bin/seed/programme'
import { connect } from '@/db/client'
import { migrate } from '@/db/migrate'

/** What the test files are told: where the cluster is, and which of its databases to copy. */
export type TestCluster = { adminUrl: string; template: Urls; folder: string }

declare module 'vitest' {
  interface ProvidedContext {
    cluster: TestCluster
  }
}

/** Before all integration tests: one cluster, one database to copy, migrated and with the programme in it. After them, or if we die: all gone. */
export default async function setup(project: TestProject) {
  const cluster = await startThrowaway()
  const folder = mkdtempSync(join(tmpdir(), 'lumix-pro-files-'))
  const template = cluster.urls()
  await migrate(template.owner, { appUrl: template.app, workerUrl: template.worker, deskUrl: template.desk })
  const { db, pool } = connect(template.owner, 1)
  await seedProgramme(db).finally(() => pool.end())
  project.provide('cluster', { adminUrl: cluster.adminUrl, template, folder })
  return async () => {
    await cluster.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
