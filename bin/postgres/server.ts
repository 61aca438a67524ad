import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, openSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { type Cluster, dataFolder } from './cluster'
import { argumentsOf, bareEnvironment, parentOf } from './process'

export const logFile = (home: string) => join(home, 'postgres.log')

// Ties Postgres to us by a pipe: when our end of the pipe closes, even because we were killed with -9, the server shuts
// down, and a throwaway cluster is removed. In a session of its own, so that Ctrl-C reaches us and not the database.
const CHILD_SCRIPT = `
signal=$1 remove=$2; shift 2; exec 3<&0
"$@" </dev/null 3<&- & server=$!
( cat <&3 >/dev/null; kill -$signal $server 2>/dev/null ) &
wait $server; code=$?
[ -z "$remove" ] || rm -rf "$remove"
exit $code`

const ALWAYS = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'timezone=UTC', 'log_timezone=UTC']
const THROWAWAY = [
  'fsync=off',
  'full_page_writes=off',
  'synchronous_commit=off',
  'max_connections=300',
  'max_wal_size=4GB',
]

/** Starts the server and returns its child; wait with `untilReady`. */
export function launch(cluster: Cluster, port: number): ChildProcess {
  const { home, native, user, throwaway } = cluster
  const settings = [...ALWAYS, `port=${port}`, ...(throwaway ? THROWAWAY : [])].flatMap((setting) => [
    '-c',
    setting,
  ])
  const server = [join(native, 'bin/postgres'), '-D', dataFolder(home), ...settings]
  const ending = throwaway ? ['QUIT', home] : ['INT', '']
  const log = openSync(logFile(home), 'a', 0o600)
  const child = spawn('/bin/sh', ['-c', CHILD_SCRIPT, 'lumix-pro-database', ...ending, ...server], {
    ...user,
    cwd: '/',
    detached: true,
    env: bareEnvironment,
    stdio: ['pipe', log, log],
  })
  closeSync(log)
  child.stdin?.on('error', () => {})
  child.once('exit', () => child.stdin?.destroy())
  return child
}

/** True when the server accepts connections, false when it ended before that. */
export async function untilReady(home: string, child: ChildProcess): Promise<boolean> {
  while (alive(child)) {
    const lock = readLock(home)
    if (lock?.ready && parentOf(lock.pid) === child.pid) return true
    await pause(10)
  }
  return false
}

/** Shuts the server down and waits until it has. */
export async function stopServer(child: ChildProcess) {
  if (!alive(child)) return
  const gone = new Promise((done) => child.once('exit', done))
  child.stdin?.end()
  await gone
}

const alive = (child: ChildProcess) => child.exitCode === null && child.signalCode === null

/** What postmaster.pid says: the process, its port, and whether it accepts connections. Undefined when there is none. */
export function readLock(home: string) {
  try {
    const lines = readFileSync(join(dataFolder(home), 'postmaster.pid'), 'utf8').split('\n')
    return { pid: Number(lines[0]), port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' }
  } catch {
    return undefined
  }
}

/** The server that holds this cluster now, if one does. */
export function holder(home: string) {
  const lock = readLock(home)
  return lock && argumentsOf(lock.pid).includes(dataFolder(home)) ? lock : undefined
}

/**
 * A lock left by kill -9 or a power cut is cleared by Postgres itself, carefully, unless its process number belongs
 * to another program by now; then we clear it.
 */
export function clearForeignLock(home: string) {
  const lock = readLock(home)
  if (lock && argumentsOf(lock.pid) !== '' && !holder(home))
    rmSync(join(dataFolder(home), 'postmaster.pid'), { force: true })
}
