import { findCycles, findDoubleForms } from './folders'
import type { Import } from './read'
import { brokenRule } from './rules'

/** Fewer than these were certainly not all: a check that reads nothing would find nothing. */
const MINIMUM = { modules: 900, imports: 5000 }

/** Returns a sentence for each violation of docs/decisions/three-rings.md, at most one per import. */
export function findProblems(modules: string[], imports: Import[]): string[] {
  const broken = imports.filter(brokenRule)
  const allowed = imports.filter((one) => !brokenRule(one))
  return [
    ...broken.map(describe),
    ...findCycles(allowed),
    ...findDoubleForms(modules),
    ...tooFew(modules, imports),
  ]
}

const describe = (one: Import) => {
  const rule = brokenRule(one)
  return `${one.from} → ${one.to.replace(/^npm:/, '')}\n  ${rule?.name}. ${rule?.advice}`
}

const tooFew = ({ length: modules }: string[], { length: read }: Import[]) =>
  modules < MINIMUM.modules || read < MINIMUM.imports
    ? [
        `Only ${read} imports in ${modules} modules were read; there are at least ${MINIMUM.imports} in ${MINIMUM.modules}.`,
      ]
    : []
