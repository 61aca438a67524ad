import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import type { Template } from './copy'
import { startTemplate } from './template'

/** What the test files are told: which database to copy, and where to keep files. */
export type TestCluster = { template: Template; folder: string }

declare module 'vitest' {
  interface ProvidedContext {
    cluster: TestCluster
  }
}

/** Before all integration tests: one cluster, with one database to copy. After them, or if we die: all gone. */
export default async function setup(project: TestProject) {
  const { template, stop } = await startTemplate()
  const folder = mkdtempSync(join(tmpdir(), 'lumix-pro-files-'))
  project.provide('cluster', { template, folder })
  return async () => {
    await stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
