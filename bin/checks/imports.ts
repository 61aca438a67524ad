import { findProblems } from './imports/check'
import { readImports, readSources } from './imports/read'
import { one, type Tally } from './tally'

/** Checks which folders import which. Reports what it has read, and what to do about each import that breaks a rule. */
export async function imports(): Promise<Tally> {
  const sources = readSources(process.cwd())
  const read = readImports(sources)
  const problems = findProblems([...sources.keys()], read)
  for (const problem of problems) console.error(`\n${problem}`)
  console.log(`${read.length} imports in ${sources.size} modules, ${problems.length} problems`)
  return one(problems.length)
}
