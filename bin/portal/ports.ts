import { freePort } from '@/bin/postgres/start'

/** Asks the system for any free port. */
export const findFreePort = () => freePort(0)

/** Whether nothing listens on this port, neither on this machine's own addresses nor on all of them. */
export async function isFree(port: number) {
  for (const host of ['127.0.0.1', '0.0.0.0', '::1', '::']) {
    if (!(await freePort(port, host)) && (await hasAddress(host))) return false
  }
  return true
}

/** Throws if the port is in use. `command` is how we were started, to suggest again with another port. */
export async function refuseTakenPort(port: number, command: string) {
  if (await isFree(port)) return
  throw new Error(
    `Port ${port} is in use. Stop what is running there, or choose another: PORT=${port + 1} ${command}`,
  )
}

/** Returns the preferred port, or the next free one above it. */
export async function nextFreePort(preferred: number) {
  for (let port = preferred; port < preferred + 100; port++) if (await isFree(port)) return port
  throw new Error(`No free port between ${preferred} and ${preferred + 99}.`)
}

/** A machine without IPv6 refuses every port on it. */
const hasAddress = async (host: string) => (await freePort(0, host)) !== 0
