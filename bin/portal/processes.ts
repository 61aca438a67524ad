import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

/** A process that runs until it is stopped. `ended` resolves with a description of how it ended. */
export type RunningProcess = { name: string; ended: Promise<string>; stop(): Promise<void> }

/** A process that is meant to end by itself, with an exit code. */
export type FiniteProcess = RunningProcess & { code: Promise<number> }

/** Output goes to the file `log`, or to our own output. */
export type StartOptions = { env?: Record<string, string | undefined>; log?: string }

const STOP_TIMEOUT = 10_000

/**
 * Starts a Node program as a child that ends when we do. `argv` follows `node`. It writes to its log file directly
 * and not through us: a program that writes to a pipe that has lost its reader may block for ever.
 */
export function startProgram(name: string, argv: string[], { env, log }: StartOptions = {}): FiniteProcess {
  const output = log ? openLog(log) : 'inherit'
  const child = spawn(process.execPath, ['--import', resolve('bin/stop-with-parent.mjs'), ...argv], {
    detached: true, // in its own process group: Ctrl-C reaches only us, and we stop all in order
    env: {
      ...process.env,
      ...env,
      STARTED_BY_PID: String(process.pid),
      NEXT_TELEMETRY_DISABLED: '1',
    } as NodeJS.ProcessEnv,
    stdio: ['pipe', output, output],
  })
  if (typeof output === 'number') closeSync(output)
  child.stdin?.on('error', () => {})
  const code = new Promise<number>((done) => child.once('exit', (exit) => done(exit ?? 1)))
  return { name, code, ended: code.then(() => describeExit(child, log)), stop: () => stop(child, code) }
}

/** Starts a program of bin/. */
export const startBinProgram = (name: string, args: string[], options?: StartOptions) =>
  startProgram(name, [resolve('bin/run.mjs'), name, ...args], options)

/** Returns the file of a package's command, from the package's "bin". */
export function packageProgram(name: string, command = name) {
  const folder = resolve('node_modules', name)
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  return join(folder, typeof bin === 'string' ? bin : bin[command])
}

/** The log file of a program of the installation in `folder`. */
export const logPath = (folder: string, name: string) => join(folder, 'logs', `${name}.log`)

/** Polls the address until it returns 200. Throws after `seconds`, or at once when the server process ends. */
export async function waitUntilReady(url: string, server: RunningProcess, seconds = 60) {
  let last = 'no answer'
  const ended = server.ended.then((how) => {
    throw new Error(`${server.name} ${how}`)
  })
  ended.catch(() => {})
  for (
    const until = Date.now() + seconds * 1000;
    Date.now() < until;
    await Promise.race([pause(100), ended])
  ) {
    last = await requestStatus(url)
    if (last === '200') return
  }
  throw new Error(`${server.name} is not ready after ${seconds} s: ${url} returned ${last}.`)
}

const requestStatus = (url: string) =>
  fetch(url, { signal: AbortSignal.timeout(5_000) }).then(
    async (response) =>
      response.status === 200 ? '200' : `${response.status} ${(await response.text()).slice(0, 300)}`,
    () => 'no answer',
  )

/** SIGTERM, then SIGKILL: to the whole process group, so that its own children end too. */
async function stop(child: ChildProcess, code: Promise<number>) {
  signal(child, 'SIGTERM')
  const late = await Promise.race([code, pause(STOP_TIMEOUT, 'late' as const)])
  if (late === 'late') signal(child, 'SIGKILL')
  await code
}

function signal(child: ChildProcess, name: NodeJS.Signals) {
  if (child.exitCode !== null || child.signalCode !== null || !child.pid) return
  try {
    process.kill(-child.pid, name)
  } catch {
    child.kill(name) // its process group no longer exists
  }
}

function describeExit(child: ChildProcess, log?: string) {
  const how = child.signalCode ? `was killed (${child.signalCode})` : `ended with code ${child.exitCode}`
  if (!log) return how
  const lastLines = readFileSync(log, 'utf8').trimEnd().split('\n').slice(-20).join('\n')
  return `${how}. The end of ${log}:\n${lastLines}`
}

function openLog(log: string) {
  mkdirSync(dirname(log), { recursive: true, mode: 0o700 })
  return openSync(log, 'w')
}
