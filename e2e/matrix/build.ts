import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setting } from '../fixtures/test'

const manifest = (name: string) =>
  JSON.parse(readFileSync(join(setting('PORTAL_BUILD'), 'server', name), 'utf8'))

/** All pages and routes of the build: `/(member)/account/page`, `/uploads/route`. */
const entries = () => Object.keys(manifest('app-paths-manifest.json')).sort()
export const builtPages = () => entries().filter((entry) => entry.endsWith('/page'))
export const builtRoutes = () => entries().filter((entry) => entry.endsWith('/route'))

type ServerReference = { filename: string; exportedName: string; workers: Record<string, unknown> }

/** All server actions of the build by their names, `app/actions.ts#signOutHere`, with the id under which they are called. */
export function builtActions() {
  const { node, edge } = manifest('server-reference-manifest.json')
  const references = Object.entries<ServerReference>({ ...node, ...edge })
  return new Map(references.map(([id, { filename, exportedName }]) => [`${filename}#${exportedName}`, id]))
}
