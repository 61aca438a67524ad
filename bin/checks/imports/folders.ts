import type { Import } from './read'

/** From noun to noun, each with one import that causes the dependency. */
type Arrows = Map<string, Map<string, Import>>

const nounOf = (path: string) => /^lib\/([^/]+)\//.exec(path)?.[1]

/** Returns a sentence for each import cycle between folders of lib: the shortest one, types included, tests excluded. */
export function findCycles(imports: Import[]): string[] {
  const arrows = arrowsBetweenNouns(imports)
  const reported = new Set<string>()
  const sentences: string[] = []
  for (const noun of arrows.keys()) {
    const cycle = reported.has(noun) ? undefined : shortestCycle(noun, arrows)
    if (!cycle) continue
    for (const one of cycle) reported.add(one)
    sentences.push(describeCycle(cycle, arrows))
  }
  return sentences
}

/** Returns a sentence for each noun that has both a file and a folder for the same thing. */
export function findDoubleForms(paths: Iterable<string>): string[] {
  const all = [...paths]
  const files = all.filter((path) => /^lib\/.*\/(queries|commands|mails)\.tsx?$/.test(path))
  return files
    .map((path) => ({ path, folder: path.replace(/\.tsx?$/, '/') }))
    .filter(({ folder }) => all.some((path) => path.startsWith(folder)))
    .map(
      ({ path, folder }) =>
        `${path} and ${folder}\n  A noun has one or the other. Move the contents of the file into the folder, one file per verb.`,
    )
}

function arrowsBetweenNouns(imports: Import[]): Arrows {
  const arrows: Arrows = new Map()
  for (const one of imports) {
    const [from, to] = [nounOf(one.from), nounOf(one.to)]
    if (!from || !to || from === to || /\.test\.tsx?$/.test(one.from)) continue
    const targets = arrows.get(from) ?? new Map<string, Import>()
    arrows.set(from, targets.set(to, targets.get(to) ?? one))
  }
  return arrows
}

/** Returns the nouns on the shortest path from one back to itself. */
function shortestCycle(noun: string, arrows: Arrows): string[] | undefined {
  const paths = [[noun]]
  const seen = new Set<string>()
  for (const path of paths) {
    for (const next of arrows.get(path.at(-1) ?? '')?.keys() ?? []) {
      if (next === noun) return path
      if (!seen.has(next)) paths.push([...path, next])
      seen.add(next)
    }
  }
  return undefined
}

function describeCycle(cycle: string[], arrows: Arrows) {
  const steps = cycle.map((from, index) => arrows.get(from)?.get(cycle[(index + 1) % cycle.length] ?? ''))
  const round = [...cycle, cycle[0]].map((noun) => `lib/${noun}`).join(' → ')
  return [
    `${round}\n  no cycle between folders. Two nouns that need each other are one noun, or a third thing is missing, or the caller passes what is needed.`,
    ...steps.map((one) => `  ${one?.from} → ${one?.to}`),
  ].join('\n')
}
