// `npm run check`: the fast part of `npm test`, without build and browser.
import { imports } from './checks/imports'
import { checkTypes, findUnused, runInOrder, runLint, runVitest } from './checks/steps'
import { sum } from './checks/tally'
import { runWithProcesses } from './portal/process-group'
import { clearSettings } from './portal/settings'

await runWithProcesses(async (group) => {
  clearSettings()
  const tallies = await runInOrder([
    ['Format and lint', () => runLint(group)],
    ['Imports', imports],
    ['Types', () => checkTypes(group)],
    ['Unused code', () => findUnused(group)],
    ['Unit and integration', () => runVitest(group)],
  ])
  const { passed, failed } = sum(tallies)
  return { code: failed === 0 ? 0 : 1, lastLine: `\n${passed} passed, ${failed} failed` }
})
