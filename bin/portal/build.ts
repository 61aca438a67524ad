import { createHash } from 'node:crypto'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ProcessGroup } from './process-group'
import { packageProgram, startProgram } from './processes'

const FOLDERS = ['app', 'components', 'lib', 'db', 'public']
const AT_ROOT =
  /^(next\.config|postcss\.config|proxy|instrumentation|tsconfig|package(-lock)?)[\w.-]*\.(m?js|ts|json)$/

/** Builds the app into `distDir`, unless the sources are unchanged since the last build there. */
export async function buildIfChanged(
  group: ProcessGroup,
  distDir: string,
  say: (line: string) => void,
  log?: string,
) {
  const fingerprintFile = join(distDir, 'fingerprint')
  const current = await fingerprint()
  if (existsSync(fingerprintFile) && readFileSync(fingerprintFile, 'utf8') === current)
    return say('Build      unchanged, reused')
  say('Build      running, takes about a minute')
  rmSync(fingerprintFile, { force: true })
  const startedAt = performance.now()
  const env = { NODE_ENV: 'production', NEXT_DIST_DIR: distDir, NEXT_TELEMETRY_DISABLED: '1' }
  await group.finish(startProgram('The build', [packageProgram('next'), 'build'], { env, log }))
  writeFileSync(fingerprintFile, current)
  say(`Build      done in ${Math.round((performance.now() - startedAt) / 1000)} s`)
}

/** Hashes the names and contents of everything a build reads. */
async function fingerprint() {
  const hash = createHash('sha256').update(process.version)
  for (const file of await sources())
    hash
      .update(`${file}\0`)
      .update(await readFile(file))
      .update('\0')
  return hash.digest('hex')
}

async function sources() {
  const files = (await readdir('.')).filter((name) => AT_ROOT.test(name))
  for (const folder of FOLDERS) {
    for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
      if (entry.isFile() && !entry.name.includes('.test.')) files.push(join(entry.parentPath, entry.name))
    }
  }
  return files.sort()
}
