import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

/** Something that runs until it is stopped. `ended` settles, in words, however that comes about. */
export type Running = { name: string; ended: Promise<string>; stop(): Promise<void> }

/** Something that is meant to end by itself, with an exit code. */
export type Ending = Running & { code: Promise<number> }

/** What a program is started with. Its output goes to the file `log`, or where ours goes. */
export type Way = { env?: Record<string, string | undefined>; log?: string }

const PATIENCE = 10_000

/**
 * Starts a Node program as a child that ends when we do. `argv` is what comes after `node`. It writes to its file by
 * itself and not through us: a program that logs into a pipe which has lost its reader may wait there for ever.
 */
export function startProgram(name: string, argv: string[], { env, log }: Way = {}): Ending {
  const output = log ? openLog(log) : 'inherit'
  const child = spawn(process.execPath, ['--import', resolve('bin/stop-with-parent.mjs'), ...argv], {
    detached: true, // in a group of its own: Ctrl-C reaches us, and we stop all in order
    env: {
      ...process.env,
      ...env,
      LEASH_HELD_BY: String(process.pid),
      NEXT_TELEMETRY_DISABLED: '1',
    } as NodeJS.ProcessEnv,
    stdio: ['pipe', output, output],
  })
  if (typeof output === 'number') closeSync(output)
  child.stdin?.on('error', () => {})
  const code = new Promise<number>((done) => child.once('exit', (exit) => done(exit ?? 1)))
  return { name, code, ended: code.then(() => howItEnded(child, log)), stop: () => stop(child, code) }
}

/** Starts a program of this folder. */
export const startOwn = (name: string, args: string[], way?: Way) =>
  startProgram(name, [resolve('bin/run.mjs'), name, ...args], way)

/** Starts a command of a package: its file, from the package's own "bin". */
export function packageProgram(name: string, command = name) {
  const folder = resolve('node_modules', name)
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  return join(folder, typeof bin === 'string' ? bin : bin[command])
}

/** Where a program of the installation in `folder` leaves its output. */
export const logOf = (folder: string, name: string) => join(folder, 'logs', `${name}.log`)

/** Asks the address until it answers 200. Gives up after some seconds, and at once when the program behind it ends. */
export async function untilReady(url: string, behind: Running, seconds = 60) {
  let last = 'no answer'
  const ended = behind.ended.then((how) => {
    throw new Error(`${behind.name} ${how}`)
  })
  ended.catch(() => {})
  for (
    const until = Date.now() + seconds * 1000;
    Date.now() < until;
    await Promise.race([pause(100), ended])
  ) {
    last = await answer(url)
    if (last === '200') return
  }
  throw new Error(`${behind.name} is not ready after ${seconds} s: ${url} says ${last}.`)
}

const answer = (url: string) =>
  fetch(url, { signal: AbortSignal.timeout(5_000) }).then(
    async (response) =>
      response.status === 200 ? '200' : `${response.status} ${(await response.text()).slice(0, 300)}`,
    () => 'no answer',
  )

/** Politely, then not: the whole group, so that what it started goes too. */
async function stop(child: ChildProcess, code: Promise<number>) {
  signal(child, 'SIGTERM')
  const late = await Promise.race([code, pause(PATIENCE, 'late' as const)])
  if (late === 'late') signal(child, 'SIGKILL')
  await code
}

function signal(child: ChildProcess, name: NodeJS.Signals) {
  if (child.exitCode !== null || child.signalCode !== null || !child.pid) return
  try {
    process.kill(-child.pid, name)
  } catch {
    child.kill(name) // no group of its own any more
  }
}

function howItEnded(child: ChildProcess, log?: string) {
  const how = child.signalCode ? `was killed (${child.signalCode})` : `ended with code ${child.exitCode}`
  if (!log) return how
  const said = readFileSync(log, 'utf8').trimEnd().split('\n').slice(-20).join('\n')
  return `${how}. The end of ${log}:\n${said}`
}

function openLog(log: string) {
  mkdirSync(dirname(log), { recursive: true, mode: 0o700 })
  return openSync(log, 'w')
}
