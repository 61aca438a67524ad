import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** For the database's programs: none of our settings, and messages in English. Next's types require NODE_ENV, which they don't need. */
export const bareEnvironment = {
  PATH: process.env.PATH,
  LC_ALL: 'C',
  TZ: 'UTC',
} as unknown as NodeJS.ProcessEnv

const linux = process.platform === 'linux'

/** The command line of a process on this machine; empty if there is none. */
export const argumentsOf = (pid: number) =>
  orEmpty(() =>
    linux ? readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ') : ps(pid, 'args'),
  )

/** The id of the parent process; NaN if there is no such process. */
export const parentOf = (pid: number) =>
  Number.parseInt(
    orEmpty(() => (linux ? status(pid, 'PPid') : ps(pid, 'ppid'))),
    10,
  )

const ps = (pid: number, field: string) =>
  execFileSync('ps', ['-o', `${field}=`, '-p', String(pid)], { encoding: 'utf8' })

function status(pid: number, field: string) {
  const match = readFileSync(`/proc/${pid}/status`, 'utf8').match(new RegExp(`^${field}:\\s+(\\S+)`, 'm'))
  return match?.[1] ?? ''
}

function orEmpty(ask: () => string) {
  try {
    return ask().trim()
  } catch {
    return ''
  }
}
