// `npm test`: all checks. The last line shows how many tests passed and failed; formatting, lint,
// imports, types, unused code and the build count as one each.
import { endToEnd } from './checks/end-to-end'
import { imports } from './checks/imports'
import { checkTypes, DIST_DIR, findUnused, runInOrder, runLint, runVitest } from './checks/steps'
import { one, sum } from './checks/tally'
import { table } from './checks/times'
import { buildIfChanged } from './portal/build'
import { runWithProcesses } from './portal/process-group'
import { clearSettings } from './portal/settings'

await runWithProcesses(async (group) => {
  clearSettings()
  let built = false
  const build = async () => {
    await buildIfChanged(group, DIST_DIR, console.log)
    built = true
    return one(0)
  }
  const tallies = await runInOrder([
    ['Format and lint', () => runLint(group)],
    ['Imports', imports],
    ['Types', () => checkTypes(group)],
    ['Unused code', () => findUnused(group)],
    ['Unit and integration', () => runVitest(group)],
    ['Build', build],
    ['End to end', () => (built ? endToEnd(group) : notRun())],
  ])
  const { passed, failed } = sum(tallies)
  const lastLine = `${table(tallies)}\n\n${passed} passed, ${failed} failed`
  return { code: failed === 0 && passed > 0 ? 0 : 1, lastLine }
})

async function notRun(): Promise<never> {
  throw new Error('Not run, because there is no build.')
}
