// `npm test`: everything there is to check. The last line tells how many tests passed and failed; formatting, lint,
// imports, types, unused code and the build count as one each.
import { endToEnd } from './checks/end-to-end'
import { imports } from './checks/imports'
import { DIST_DIR, inOrder, lint, types, unused, vitest } from './checks/steps'
import { one, sum } from './checks/tally'
import { table } from './checks/times'
import { buildIfChanged } from './portal/build'
import { runWithCrew } from './portal/crew'
import { forgetGivenSettings } from './portal/settings'

await runWithCrew(async (crew) => {
  forgetGivenSettings()
  let built = false
  const build = async () => {
    await buildIfChanged(crew, DIST_DIR, console.log)
    built = true
    return one(0)
  }
  const tallies = await inOrder([
    ['Format and lint', () => lint(crew)],
    ['Imports', imports],
    ['Types', () => types(crew)],
    ['Unused code', () => unused(crew)],
    ['Unit and integration', () => vitest(crew)],
    ['Build', build],
    ['End to end', () => (built ? endToEnd(crew) : notRun())],
  ])
  const { passed, failed } = sum(tallies)
  const lastLine = `${table(tallies)}\n\n${passed} passed, ${failed} failed`
  return { code: failed === 0 && passed > 0 ? 0 : 1, lastLine }
})

async function notRun(): Promise<never> {
  throw new Error('Not run, because there is no build.')
}
