import { problemsOf } from './imports/check'
import { readImports, readSources } from './imports/read'
import { one, type Tally } from './tally'

/** Rings and arrows: who may import whom. Says what it has read, and what to do about each import that is wrong. */
export async function imports(): Promise<Tally> {
  const sources = readSources(process.cwd())
  const read = readImports(sources)
  const problems = problemsOf([...sources.keys()], read)
  for (const problem of problems) console.error(`\n${problem}`)
  console.log(`${read.length} imports in ${sources.size} modules, ${problems.length} problems`)
  return one(problems.length)
}
