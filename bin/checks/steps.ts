import { rmSync } from 'node:fs'
import type { ProcessGroup } from '../portal/process-group'
import { packageProgram, startProgram } from '../portal/processes'
import { fromVitest, one, type Tally } from './tally'
import type { Spent } from './times'

export const REPORTS = 'test-results'

/** Its own build folder, so that the tests can run while the demo does. */
export const DIST_DIR = '.next-test'

/** Runs a command of a package to its end, with its output on the console, and returns its exit code. */
export function step(group: ProcessGroup, argv: string[], env: Record<string, string> = {}) {
  return group.outcome(startProgram(argv[0] ?? '', argv, { env }))
}

export async function lint(group: ProcessGroup): Promise<Tally> {
  return one(await step(group, [packageProgram('@biomejs/biome', 'biome'), 'ci', '--error-on-warnings']))
}

/** Next's own types (routes, CSS modules) are made first; a fresh clone has none. */
export async function types(group: ProcessGroup): Promise<Tally> {
  const made = await step(group, [packageProgram('next'), 'typegen'], { NEXT_DIST_DIR: DIST_DIR })
  return one(made || (await step(group, [packageProgram('typescript', 'tsc'), '--noEmit'])))
}

/** Files, dependencies, exports and types that nobody uses; knip.jsonc says what it cannot see, and why. */
export async function unused(group: ProcessGroup): Promise<Tally> {
  const args = ['--no-progress', '--treat-config-hints-as-errors']
  return one(await step(group, [packageProgram('knip'), ...args]))
}

/** Unit tests and, on a real Postgres of their own, integration tests. */
export async function vitest(group: ProcessGroup): Promise<Tally> {
  const report = `${REPORTS}/vitest.json`
  rmSync(report, { force: true })
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const code = await step(group, [packageProgram('vitest'), 'run', ...reporters], { NODE_ENV: 'test' })
  return fromVitest(report, code)
}

/** Announces each step and counts, also after one has failed. */
export async function inOrder(steps: [string, () => Promise<Tally>][]): Promise<(Tally & Spent)[]> {
  const tallies: (Tally & Spent)[] = []
  for (const [name, run] of steps) {
    console.log(`\n── ${name}`)
    const begun = performance.now()
    const tally = await run().catch((error) => failed(error))
    tallies.push({ ...tally, name, seconds: (performance.now() - begun) / 1000 })
  }
  return tallies
}

function failed(error: unknown): Tally {
  console.error(error instanceof Error ? error.message : error)
  return { passed: 0, failed: 1 }
}
