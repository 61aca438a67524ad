// `npm run build`: the production build, unless the sources are unchanged since the last one.
import { buildIfChanged } from './portal/build'
import { runWithProcesses } from './portal/process-group'
import { readSetting } from './portal/settings'

await runWithProcesses(async (group) => {
  await buildIfChanged(group, readSetting('NEXT_DIST_DIR') ?? '.next', console.log)
  return { code: 0, lastLine: '' }
})
