import { rmSync } from 'node:fs'
import type { ProcessGroup } from '../portal/process-group'
import { packageProgram, startProgram } from '../portal/processes'
import { fromVitest, one, type Tally } from './tally'
import type { Duration } from './times'

export const REPORTS = 'test-results'

/** A separate build folder, so that the tests can run alongside the demo. */
export const DIST_DIR = '.next-test'

/** Runs a package's command to completion, with its output on the console, and returns its exit code. */
export function step(group: ProcessGroup, argv: string[], env: Record<string, string> = {}) {
  return group.exitCode(startProgram(argv[0] ?? '', argv, { env }))
}

export async function runLint(group: ProcessGroup): Promise<Tally> {
  return one(await step(group, [packageProgram('@biomejs/biome', 'biome'), 'ci', '--error-on-warnings']))
}

/** Next's own types (routes, CSS modules) are generated first; a fresh clone has none. */
export async function checkTypes(group: ProcessGroup): Promise<Tally> {
  const typegenCode = await step(group, [packageProgram('next'), 'typegen'], { NEXT_DIST_DIR: DIST_DIR })
  return one(typegenCode || (await step(group, [packageProgram('typescript', 'tsc'), '--noEmit'])))
}

/** Finds unused files, dependencies, exports and types; knip.jsonc lists what it cannot see, and why. */
export async function findUnused(group: ProcessGroup): Promise<Tally> {
  const args = ['--no-progress', '--treat-config-hints-as-errors']
  return one(await step(group, [packageProgram('knip'), ...args]))
}

/** Runs the unit tests and, on a dedicated real Postgres, the integration tests. */
export async function runVitest(group: ProcessGroup): Promise<Tally> {
  const report = `${REPORTS}/vitest.json`
  rmSync(report, { force: true })
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const code = await step(group, [packageProgram('vitest'), 'run', ...reporters], { NODE_ENV: 'test' })
  return fromVitest(report, code)
}

/** Announces and runs each step, even after one has failed. */
export async function runInOrder(steps: [string, () => Promise<Tally>][]): Promise<(Tally & Duration)[]> {
  const tallies: (Tally & Duration)[] = []
  for (const [name, run] of steps) {
    console.log(`\n── ${name}`)
    const begun = performance.now()
    const tally = await run().catch((error) => reportFailure(error))
    tallies.push({ ...tally, name, seconds: (performance.now() - begun) / 1000 })
  }
  return tallies
}

function reportFailure(error: unknown): Tally {
  console.error(error instanceof Error ? error.message : error)
  return { passed: 0, failed: 1 }
}
