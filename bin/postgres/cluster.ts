import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chownSync, existsSync, mkdirSync, mkdtempSync, statSync } from 'node:fs'
import { readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { binaries, reachableHome, type ServerUser, serverUser, temporaryFolder } from './place'
import { bareEnvironment } from './process'

const run = promisify(execFile)

/** A cluster on disk, how it is run, and its passwords. */
export type Cluster = {
  home: string
  native: string
  user: ServerUser
  throwaway: boolean
  passwords: Record<'admin' | 'owner' | 'app' | 'worker' | 'desk', string>
}

export const dataFolder = (home: string) => join(home, 'data')

/** Opens the cluster at `directory`, creating it if there is none. Two processes may do so at once. */
export async function openCluster(directory: string): Promise<Cluster & { moved: boolean }> {
  const user = serverUser()
  const { home, moved } = reachableHome(directory, user)
  if (!existsSync(home)) await createAtomically(home, user)
  refuseForeignOwner(home)
  const { native, version } = await binaries(home, user)
  const dataVersion = (await readFile(join(dataFolder(home), 'PG_VERSION'), 'utf8')).trim()
  if (dataVersion !== version.split('.')[0])
    throw new Error(
      `The data in ${home} is from Postgres ${dataVersion}, this is ${version}. Start over with --fresh, or migrate it with pg_dump.`,
    )
  const passwords = JSON.parse(await readFile(join(home, 'access.json'), 'utf8'))
  return { home, native, user, moved, passwords, throwaway: false }
}

/** Creates a cluster in a temporary folder that belongs to the server's user, who removes it at the end. */
export async function makeThrowaway(): Promise<Cluster> {
  const user = serverUser()
  const home = mkdtempSync(join(temporaryFolder(user), 'lumix-pro-'))
  if (user) chownSync(home, user.uid, user.gid)
  const { native, passwords } = await fillCluster(home, user)
  return { home, native, user, passwords, throwaway: true }
}

/** Fills it under another name first, so that a cluster is never half there. */
async function createAtomically(home: string, user: ServerUser) {
  const draft = `${home}.${process.pid}`
  mkdirSync(dirname(home), { recursive: true })
  await rm(draft, { recursive: true, force: true })
  mkdirSync(draft, { mode: 0o755 })
  await fillCluster(draft, user)
  await rename(draft, home).catch(async (error) => {
    await rm(draft, { recursive: true, force: true })
    if (!existsSync(home)) throw error // otherwise another process was faster, and its cluster is as good
  })
}

async function fillCluster(home: string, user: ServerUser) {
  const { native } = await binaries(home, user)
  const data = dataFolder(home)
  mkdirSync(data, { mode: 0o700 })
  if (user) chownSync(data, user.uid, user.gid)
  const passwords = newPasswords()
  await initialise(native, data, user, passwords.admin)
  await writeFile(join(home, 'access.json'), JSON.stringify(passwords), { mode: 0o600 })
  return { native, passwords }
}

async function initialise(native: string, data: string, user: ServerUser, password: string) {
  const passwordFile = `${data}.password`
  await writeFile(passwordFile, password, { mode: 0o600 })
  if (user) chownSync(passwordFile, user.uid, user.gid)
  // Postgres' own UTF-8 rules, the same on every machine, whatever its locales are.
  const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
  const access = ['--username=admin', `--pwfile=${passwordFile}`, '--auth=scram-sha-256']
  await run(
    join(native, 'bin/initdb'),
    ['-D', data, ...access, ...locale, '--no-sync', '--no-instructions'],
    {
      ...user,
      cwd: '/',
      env: bareEnvironment,
    },
  )
    .catch((error) => {
      throw new Error(
        `The database could not be created in ${data}: ${error.stderr?.trim().split('\n').at(-1) || error.message}`,
      )
    })
    .finally(() => rm(passwordFile, { force: true }))
}

function newPasswords(): Cluster['passwords'] {
  const password = () => randomBytes(24).toString('base64url')
  return { admin: password(), owner: password(), app: password(), worker: password(), desk: password() }
}

/** In a world-writable folder such as /var/tmp, another user may have created one of that name. */
function refuseForeignOwner(home: string) {
  if (process.getuid && statSync(home).uid !== process.getuid())
    throw new Error(`${home} belongs to another user of this machine; move it away, or start as that user.`)
}
