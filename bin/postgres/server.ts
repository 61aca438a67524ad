import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, openSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { type Cluster, dataFolder } from './cluster'
import { argumentsOf, bareEnvironment, parentOf } from './process'

export const logFile = (home: string) => join(home, 'postgres.log')

// Ties Postgres to us by a pipe: when our end closes, even because we were killed with -9, the server shuts down,
// and a throwaway cluster is removed. In its own session, so that Ctrl-C reaches us and not the database.
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

/** Starts the server and returns its child process; wait with `untilReady`. */
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

/** Resolves to true once the server accepts connections, to false if it ended before that. */
export async function waitUntilReady(home: string, child: ChildProcess): Promise<boolean> {
  while (isAlive(child)) {
    const lock = readLock(home)
    if (lock?.ready && parentOf(lock.pid) === child.pid) return true
    await pause(10)
  }
  return false
}

/** Shuts the server down and waits for it to end. */
export async function stopServer(child: ChildProcess) {
  if (!isAlive(child)) return
  const exited = new Promise((done) => child.once('exit', done))
  child.stdin?.end()
  await exited
}

const isAlive = (child: ChildProcess) => child.exitCode === null && child.signalCode === null

/** Reads postmaster.pid: the process, its port, and whether it accepts connections. Undefined if there is none. */
export function readLock(home: string) {
  try {
    const lines = readFileSync(join(dataFolder(home), 'postmaster.pid'), 'utf8').split('\n')
    return { pid: Number(lines[0]), port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' }
  } catch {
    return undefined
  }
}

/** The server that is running this cluster, if any. */
export function serverHolding(home: string) {
  const lock = readLock(home)
  return lock && argumentsOf(lock.pid).includes(dataFolder(home)) ? lock : undefined
}

/**
 * A stale lock left by kill -9 or a power cut is cleared by Postgres itself, unless its process id now belongs to
 * another program; then we clear it.
 */
export function clearForeignLock(home: string) {
  const lock = readLock(home)
  if (lock && argumentsOf(lock.pid) !== '' && !serverHolding(home))
    rmSync(join(dataFolder(home), 'postmaster.pid'), { force: true })
}
