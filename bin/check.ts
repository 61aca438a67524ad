// `npm run check`: the quick part of `npm test`, without build and browser.
import { imports } from './checks/imports'
import { inOrder, lint, types, unused, vitest } from './checks/steps'
import { sum } from './checks/tally'
import { runWithCrew } from './portal/crew'
import { forgetGivenSettings } from './portal/settings'

await runWithCrew(async (crew) => {
  forgetGivenSettings()
  const tallies = await inOrder([
    ['Format and lint', () => lint(crew)],
    ['Imports', imports],
    ['Types', () => types(crew)],
    ['Unused code', () => unused(crew)],
    ['Unit and integration', () => vitest(crew)],
  ])
  const { passed, failed } = sum(tallies)
  return { code: failed === 0 ? 0 : 1, lastLine: `\n${passed} passed, ${failed} failed` }
})
