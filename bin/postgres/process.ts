import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** For the database's programs: none of our settings, and messages that we can read. Next's types ask for NODE_ENV, which they don't. */
export const bareEnvironment = {
  PATH: process.env.PATH,
  LC_ALL: 'C',
  TZ: 'UTC',
} as unknown as NodeJS.ProcessEnv

const linux = process.platform === 'linux'

/** The command line of a process of this machine; empty when there is no such process. */
export const argumentsOf = (pid: number) =>
  quietly(() =>
    linux ? readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ') : ps(pid, 'args'),
  )

/** The process that started it; NaN when there is no such process. */
export const parentOf = (pid: number) =>
  Number.parseInt(
    quietly(() => (linux ? status(pid, 'PPid') : ps(pid, 'ppid'))),
    10,
  )

const ps = (pid: number, field: string) =>
  execFileSync('ps', ['-o', `${field}=`, '-p', String(pid)], { encoding: 'utf8' })

function status(pid: number, field: string) {
  const found = readFileSync(`/proc/${pid}/status`, 'utf8').match(new RegExp(`^${field}:\\s+(\\S+)`, 'm'))
  return found?.[1] ?? ''
}

function quietly(ask: () => string) {
  try {
    return ask().trim()
  } catch {
    return ''
  }
}
