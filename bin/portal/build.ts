import { createHash } from 'node:crypto'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ProcessGroup } from './process-group'
import { packageProgram, startProgram } from './processes'

const FOLDERS = ['app', 'components', 'lib', 'db', 'public']
const AT_ROOT =
  /^(next\.config|postcss\.config|proxy|instrumentation|tsconfig|package(-lock)?)[\w.-]*\.(m?js|ts|json)$/

/** Builds the app into `distDir`, unless the last build there was made of the very same sources. */
export async function buildIfChanged(
  group: ProcessGroup,
  distDir: string,
  say: (line: string) => void,
  log?: string,
) {
  const mark = join(distDir, 'fingerprint')
  const now = await fingerprint()
  if (existsSync(mark) && readFileSync(mark, 'utf8') === now) return say('Build      unchanged, used again')
  say('Build      under way, a minute or so')
  rmSync(mark, { force: true })
  const begun = performance.now()
  const env = { NODE_ENV: 'production', NEXT_DIST_DIR: distDir, NEXT_TELEMETRY_DISABLED: '1' }
  await group.finish(startProgram('The build', [packageProgram('next'), 'build'], { env, log }))
  writeFileSync(mark, now)
  say(`Build      done in ${Math.round((performance.now() - begun) / 1000)} s`)
}

/** Of everything a build reads: names and contents. */
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
  const found = (await readdir('.')).filter((name) => AT_ROOT.test(name))
  for (const folder of FOLDERS) {
    for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
      if (entry.isFile() && !entry.name.includes('.test.')) found.push(join(entry.parentPath, entry.name))
    }
  }
  return found.sort()
}
