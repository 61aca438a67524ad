import { globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path/posix'
import { type ParseResult, parseSync, Visitor } from 'oxc-parser'

/** From one module to another, or to a package, whose name then begins with `npm:`. Type imports are included. */
export type Import = { from: string; to: string; typeOnly: boolean }

/** The text of each module by its path, such as `lib/time.ts`. */
export type Sources = Map<string, string>

const MODULES = ['*.{ts,js}', '{app,bin,components,db,e2e,lib,testing}/**/*.{ts,tsx,mjs}']

export function readSources(root: string): Sources {
  const paths = globSync(MODULES, { cwd: root, exclude: ['next-env.d.ts'] }).toSorted()
  return new Map(paths.map((path) => [path, readFileSync(join(root, path), 'utf8')]))
}

/**
 * Returns every import, re-export, `import()` and `import type` of these modules (default: all). Throws if one does not parse.
 */
export function readImports(sources: Sources, modules: Iterable<string> = sources.keys()): Import[] {
  const paths = new Map([...sources.keys()].map((path) => [path.replace(/\.\w+$/, ''), path]))
  return [...modules].flatMap((from) =>
    importsOf(from, sources.get(from) ?? '').map(({ name, typeOnly }) => ({
      from,
      to: target(from, name, paths),
      typeOnly,
    })),
  )
}

type Named = { name: string; typeOnly: boolean }

function importsOf(path: string, text: string): Named[] {
  const parsed = parseSync(path, text)
  if (parsed.errors[0]) throw new Error(`${path}: ${parsed.errors[0].message}`)
  const { staticImports, staticExports } = parsed.module
  const imports = staticImports.map(({ moduleRequest, entries }) => ({
    name: moduleRequest.value,
    typeOnly: entries.length > 0 && entries.every(({ isType }) => isType),
  }))
  const exports = staticExports.flatMap(({ entries }) =>
    entries.map(({ moduleRequest, isType }) => ({ name: moduleRequest?.value ?? '', typeOnly: isType })),
  )
  const dynamic = text.includes('import(') ? dynamicImports(parsed) : []
  return [...imports, ...exports, ...dynamic].filter(({ name }) => name !== '')
}

/** `await import('…')` and the type `import('…').Name`, which occur inside expressions. */
function dynamicImports({ program }: ParseResult): Named[] {
  const imports: Named[] = []
  const add = (typeOnly: boolean) => (node: { source: unknown }) => {
    const { source } = node
    if (isText(source)) imports.push({ name: source.value, typeOnly })
  }
  new Visitor({ ImportExpression: add(false), TSImportType: add(true) }).visit(program)
  return imports
}

const isText = (node: unknown): node is { value: string } =>
  typeof node === 'object' && node !== null && 'value' in node && typeof node.value === 'string'

function target(from: string, name: string, paths: Map<string, string>) {
  if (!/^(@\/|\.)/.test(name)) return `npm:${name}`
  const path = name.startsWith('@/') ? name.slice(2) : join(dirname(from), name)
  return paths.get(path) ?? paths.get(`${path}/index`) ?? path
}
