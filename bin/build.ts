// `npm run build`: the production build, unless the last one was made of the very same sources.
import { buildIfChanged } from './portal/build'
import { runWithCrew } from './portal/crew'
import { given } from './portal/settings'

await runWithCrew(async (crew) => {
  await buildIfChanged(crew, given('NEXT_DIST_DIR') ?? '.next', console.log)
  return { code: 0, lastLine: '' }
})
