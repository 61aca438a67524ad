// `npm run build`: the production build, unless the last one was made of the very same sources.
import { buildIfChanged } from './portal/build'
import { runWithProcesses } from './portal/process-group'
import { given } from './portal/settings'

await runWithProcesses(async (group) => {
  await buildIfChanged(group, given('NEXT_DIST_DIR') ?? '.next', console.log)
  return { code: 0, lastLine: '' }
})
