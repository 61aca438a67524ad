import type { ChildProcess } from 'node:child_process'
import { existsSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { type Cluster, dataFolder } from './cluster'
import { clearForeignLock, launch, logFile, readLock, serverHolding, waitUntilReady } from './server'

/** A server that accepts connections; `child` is set only if we started it. */
export type Running = { port: number; child?: ChildProcess }

const START_TIMEOUT = 20_000

/** Starts the cluster's server, or joins the one that is running it. */
export async function startServer(cluster: Cluster): Promise<Running> {
  const until = Date.now() + START_TIMEOUT
  for (;;) {
    const running = serverHolding(cluster.home)
    if (running?.ready) return { port: running.port }
    const started = running ? undefined : await tryStart(cluster)
    if (started) return started
    if (Date.now() > until) throw new Error(describeUnresponsive(cluster.home, running?.pid))
    await pause(100) // it is starting up or shutting down, or still ending after kill -9
  }
}

/** Returns the server, or undefined if another one was faster or the previous one has not quite ended. */
async function tryStart(cluster: Cluster): Promise<Running | undefined> {
  clearForeignLock(cluster.home)
  const before = (await readLog(cluster.home)).length
  const port = await choosePort(cluster.home)
  const child = launch(cluster, port)
  if (await waitUntilReady(cluster.home, child)) return { port, child }
  const output = (await readLog(cluster.home)).slice(before)
  if (/lock file|shared memory block|could not bind|could not create any/i.test(output)) return undefined
  throw new Error(`The database did not start: ${fatalLine(output)} (${logFile(cluster.home)})`)
}

/** Returns the previous port if it is free, so that addresses stay the same; otherwise any free one. */
async function choosePort(home: string) {
  const file = join(home, 'port')
  const last = existsSync(file) ? Number(await readFile(file, 'utf8')) : 0
  const port = (last && (await freePort(last))) || (await freePort(0))
  await writeFile(file, String(port))
  return port
}

/** Returns the port if nothing listens on it (0: any free one), otherwise 0. */
export function freePort(port: number, host = '127.0.0.1'): Promise<number> {
  return new Promise((done) => {
    const server = createServer()
    server.once('error', () => done(0))
    server.listen(port, host, () => {
      const address = server.address()
      server.close(() => done(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

const readLog = (home: string) => readFile(logFile(home), 'utf8').catch(() => '')

const fatalLine = (output: string) =>
  /(?:FATAL|PANIC|error):\s+(.*)/i.exec(output)?.[1] ?? output.trim().split('\n').at(-1)

function describeUnresponsive(home: string, pid = readLock(home)?.pid) {
  return `The database in ${dataFolder(home)} is held by process ${pid}, which does not answer. End that process and start again. (${logFile(home)})`
}
