// `npm run check`: the quick part of `npm test`, without build and browser.
import { imports } from './checks/imports'
import { inOrder, lint, types, unused, vitest } from './checks/steps'
import { sum } from './checks/tally'
import { runWithProcesses } from './portal/process-group'
import { forgetGivenSettings } from './portal/settings'

await runWithProcesses(async (group) => {
  forgetGivenSettings()
  const tallies = await inOrder([
    ['Format and lint', () => lint(group)],
    ['Imports', imports],
    ['Types', () => types(group)],
    ['Unused code', () => unused(group)],
    ['Unit and integration', () => vitest(group)],
  ])
  const { passed, failed } = sum(tallies)
  return { code: failed === 0 ? 0 : 1, lastLine: `\n${passed} passed, ${failed} failed` }
})
