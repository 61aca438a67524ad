import { circles, doubleForms } from './folders'
import type { Import } from './read'
import { brokenRule } from './rules'

/** How much there is to read at least. A check that reads nothing finds nothing. */
const LEAST = { modules: 900, imports: 5000 }

/** Returns a sentence for each thing that is not as docs/decisions/three-rings.md says. An import hears of one thing only. */
export function problemsOf(modules: string[], imports: Import[]): string[] {
  const wrong = imports.filter(brokenRule)
  const right = imports.filter((one) => !brokenRule(one))
  return [...wrong.map(inWords), ...circles(right), ...doubleForms(modules), ...tooFew(modules, imports)]
}

const inWords = (one: Import) => {
  const rule = brokenRule(one)
  return `${one.from} → ${one.to.replace(/^npm:/, '')}\n  ${rule?.name}. ${rule?.teaches}`
}

const tooFew = ({ length: modules }: string[], { length: read }: Import[]) =>
  modules < LEAST.modules || read < LEAST.imports
    ? [
        `Only ${read} imports in ${modules} modules were read; there are at least ${LEAST.imports} in ${LEAST.modules}.`,
      ]
    : []
