import type { ProcessGroup } from './process-group'
import { packageProgram, startProgram, untilReady, type Way } from './processes'
import { given } from './settings'

type Web = Way & {
  settings: Record<string, string | undefined>
  port: number
  distDir: string
  /** /readyz: database, migrations, storage and worker answer too. /healthz: the web server itself does. */
  until: '/readyz' | '/healthz'
}

/** The web server must not know how to become the owner or the worker. */
const OWN = { OWNER_DATABASE_URL: '', WORKER_DATABASE_URL: '', NODE_ENV: 'production', LUMIX_SERVICE: 'web' }

/** Serves the production build in `distDir`; on this machine alone, unless HOST or DATABASE_URL say that it is for real. */
export async function startWeb(group: ProcessGroup, { settings, port, distDir, until, ...way }: Web) {
  const host = given('HOST') ?? (given('DATABASE_URL') ? '0.0.0.0' : '127.0.0.1')
  const argv = [packageProgram('next'), 'start', '-p', String(port), '-H', host]
  const env = { ...settings, ...OWN, NEXT_DIST_DIR: distDir }
  const web = group.add(startProgram('The web server', argv, { ...way, env }))
  await untilReady(`http://${/^(0\.0\.0\.0|::)$/.test(host) ? '127.0.0.1' : host}:${port}${until}`, web)
}
