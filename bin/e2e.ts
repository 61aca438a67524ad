// `npm run e2e`: the end-to-end tests alone; what follows goes to Playwright: npm run e2e -- e2e/join.spec.ts --headed
import { endToEnd } from './checks/end-to-end'
import { runWithProcesses } from './portal/process-group'
import { forgetGivenSettings } from './portal/settings'

await runWithProcesses(async (group) => {
  forgetGivenSettings()
  const { passed, failed } = await endToEnd(group, process.argv.slice(2))
  return { code: failed === 0 && passed > 0 ? 0 : 1, lastLine: `\n${passed} passed, ${failed} failed` }
})
