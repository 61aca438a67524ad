// `npm run e2e`: only the end-to-end tests; arguments are passed on to Playwright: npm run e2e -- e2e/join.spec.ts --headed
import { endToEnd } from './checks/end-to-end'
import { runWithProcesses } from './portal/process-group'
import { clearSettings } from './portal/settings'

await runWithProcesses(async (group) => {
  clearSettings()
  const { passed, failed } = await endToEnd(group, process.argv.slice(2))
  return { code: failed === 0 && passed > 0 ? 0 : 1, lastLine: `\n${passed} passed, ${failed} failed` }
})
