import type { ProcessGroup } from './process-group'
import { packageProgram, type StartOptions, startProgram, waitUntilReady } from './processes'
import { readSetting } from './settings'

type Web = StartOptions & {
  settings: Record<string, string | undefined>
  port: number
  distDir: string
  /** /readyz: database, migrations, storage and worker are up too. /healthz: the web server itself is. */
  until: '/readyz' | '/healthz'
}

/** The web server must not have the credentials of the owner or the worker. */
const OWN = { OWNER_DATABASE_URL: '', WORKER_DATABASE_URL: '', NODE_ENV: 'production', LUMIX_SERVICE: 'web' }

/** Serves the production build in `distDir`; on localhost only, unless HOST or DATABASE_URL indicate a real installation. */
export async function startWeb(
  group: ProcessGroup,
  { settings, port, distDir, until, ...startOptions }: Web,
) {
  const host = readSetting('HOST') ?? (readSetting('DATABASE_URL') ? '0.0.0.0' : '127.0.0.1')
  const argv = [packageProgram('next'), 'start', '-p', String(port), '-H', host]
  const env = { ...settings, ...OWN, NEXT_DIST_DIR: distDir }
  const web = group.add(startProgram('The web server', argv, { ...startOptions, env }))
  await waitUntilReady(`http://${/^(0\.0\.0\.0|::)$/.test(host) ? '127.0.0.1' : host}:${port}${until}`, web)
}
