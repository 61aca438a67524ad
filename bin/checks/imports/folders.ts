import type { Import } from './read'

/** From noun to noun, each with one import that makes it. */
type Arrows = Map<string, Map<string, Import>>

const nounOf = (path: string) => /^lib\/([^/]+)\//.exec(path)?.[1]

/** Returns a sentence for each circle of lib's folders, types included and tests apart: the shortest way round. */
export function circles(imports: Import[]): string[] {
  const arrows = arrowsBetweenNouns(imports)
  const known = new Set<string>()
  const sentences: string[] = []
  for (const noun of arrows.keys()) {
    const way = known.has(noun) ? undefined : wayBack(noun, arrows)
    if (!way) continue
    for (const one of way) known.add(one)
    sentences.push(inWords(way, arrows))
  }
  return sentences
}

/** Returns a sentence for each noun that has both a file and a folder for the same thing. */
export function doubleForms(paths: Iterable<string>): string[] {
  const all = [...paths]
  const files = all.filter((path) => /^lib\/.*\/(queries|commands|mails)\.tsx?$/.test(path))
  return files
    .map((path) => ({ path, folder: path.replace(/\.tsx?$/, '/') }))
    .filter(({ folder }) => all.some((path) => path.startsWith(folder)))
    .map(
      ({ path, folder }) =>
        `${path} and ${folder}\n  A noun has one form. Move what the file holds into the folder, a file for each verb.`,
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

/** The nouns on the shortest way from one back to itself. */
function wayBack(noun: string, arrows: Arrows): string[] | undefined {
  const ways = [[noun]]
  const seen = new Set<string>()
  for (const way of ways) {
    for (const next of arrows.get(way.at(-1) ?? '')?.keys() ?? []) {
      if (next === noun) return way
      if (!seen.has(next)) ways.push([...way, next])
      seen.add(next)
    }
  }
  return undefined
}

function inWords(way: string[], arrows: Arrows) {
  const steps = way.map((from, index) => arrows.get(from)?.get(way[(index + 1) % way.length] ?? ''))
  const round = [...way, way[0]].map((noun) => `lib/${noun}`).join(' → ')
  return [
    `${round}\n  no circle between folders. Two nouns that need each other are one noun, or a third thing is missing, or the caller passes what is needed.`,
    ...steps.map((one) => `  ${one?.from} → ${one?.to}`),
  ].join('\n')
}
