// Next's undocumented build manifests. Everything that reads them is here and refuses an unknown format, so that a
// change in an update of Next is noticed here.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

/** Every page of the build in `distDir`: its file (`/(member)/account/page`) and its route (`/account`). */
export const builtPages = (distDir: string) => entries(distDir).filter(({ file }) => file.endsWith('/page'))

/** Every route that is no page: `/uploads/route`, `/uploads`. */
export const builtRoutes = (distDir: string) => entries(distDir).filter(({ file }) => file.endsWith('/route'))

/** Every server action by its name (`app/actions.ts#signOutHere`), with the id by which it is called. */
export function builtActions(distDir: string): Map<string, string> {
  const { node, edge } = read(distDir, 'server/server-reference-manifest.json', Actions)
  const actions = Object.entries({ ...node, ...edge })
  return new Map(actions.map(([id, { filename, exportedName }]) => [`${filename}#${exportedName}`, id]))
}

/** The scripts that every page loads, relative to `distDir`. */
export const sharedScripts = (distDir: string) => read(distDir, 'build-manifest.json', Scripts).rootMainFiles

const Entries = z.record(z.string().regex(/^\/(.+\/)?(page|route)$/), z.string().startsWith('/'))
const Action = z.object({ filename: z.string(), exportedName: z.string() })
const Actions = z.object({ node: z.record(z.string(), Action), edge: z.record(z.string(), Action) })
const Scripts = z.object({ rootMainFiles: z.array(z.string().endsWith('.js')).min(1) })

const entries = (distDir: string) =>
  Object.entries(read(distDir, 'app-path-routes-manifest.json', Entries))
    .map(([file, route]) => ({ file, route }))
    .sort((a, b) => (a.file < b.file ? -1 : 1))

function read<T>(distDir: string, name: string, known: z.ZodType<T>): T {
  const file = join(distDir, name)
  const { success, data, error } = known.safeParse(JSON.parse(readFileSync(file, 'utf8')))
  if (success) return data
  throw new Error(
    `Next writes ${file} in a format that bin/portal/manifests.ts does not know: ${z.prettifyError(error)}`,
  )
}
