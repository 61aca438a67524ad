import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import type { Template } from './copy'
import { startTemplate } from './template'

/** What the test files get: the database to copy, and where to keep files. */
export type TestCluster = { template: Template; folder: string }

declare module 'vitest' {
  interface ProvidedContext {
    cluster: TestCluster
  }
}

/** Starts one cluster with one template database before all integration tests; removed after them, or if we are killed. */
export default async function setup(project: TestProject) {
  const { template, stop } = await startTemplate()
  const folder = mkdtempSync(join(tmpdir(), 'lumix-pro-files-'))
  project.provide('cluster', { template, folder })
  return async () => {
    await stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
