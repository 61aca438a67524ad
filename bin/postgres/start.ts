import type { ChildProcess } from 'node:child_process'
import { existsSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { type Cluster, dataFolder } from './cluster'
import { clearForeignLock, holder, launch, logFile, readLock, untilReady } from './server'

/** A server that accepts connections; `child` only when we started it. */
export type Running = { port: number; child?: ChildProcess }

const PATIENCE = 20_000

/** Starts the cluster's server, or joins the one that holds it. */
export async function startServer(cluster: Cluster): Promise<Running> {
  const until = Date.now() + PATIENCE
  for (;;) {
    const found = holder(cluster.home)
    if (found?.ready) return { port: found.port }
    const started = found ? undefined : await tryToStart(cluster)
    if (started) return started
    if (Date.now() > until) throw new Error(whyNot(cluster.home, found?.pid))
    await pause(100) // it is starting up or shutting down, or what kill -9 left of it is still ending
  }
}

/** The server, or undefined when another one was quicker or the last one has not quite gone. */
async function tryToStart(cluster: Cluster): Promise<Running | undefined> {
  clearForeignLock(cluster.home)
  const before = (await readLog(cluster.home)).length
  const port = await choosePort(cluster.home)
  const child = launch(cluster, port)
  if (await untilReady(cluster.home, child)) return { port, child }
  const said = (await readLog(cluster.home)).slice(before)
  if (/lock file|shared memory block|could not bind|could not create any/i.test(said)) return undefined
  throw new Error(`The database did not start: ${fatalLine(said)} (${logFile(cluster.home)})`)
}

/** The port of last time if it is free, so that addresses keep; else any free one. */
async function choosePort(home: string) {
  const file = join(home, 'port')
  const last = existsSync(file) ? Number(await readFile(file, 'utf8')) : 0
  const port = (last && (await freePort(last))) || (await freePort(0))
  await writeFile(file, String(port))
  return port
}

/** The port if nothing listens on it (0: any free one), or 0. */
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

const fatalLine = (said: string) =>
  /(?:FATAL|PANIC|error):\s+(.*)/i.exec(said)?.[1] ?? said.trim().split('\n').at(-1)

function whyNot(home: string, pid = readLock(home)?.pid) {
  return `The database in ${dataFolder(home)} is held by process ${pid}, which does not answer. End that process and start again. (${logFile(home)})`
}
