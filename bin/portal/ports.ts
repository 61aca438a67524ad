import { freePort } from '@/bin/postgres/start'

/** Any free port, from the system. */
export const anyPort = () => freePort(0)

/** Whether nothing listens on it, on this machine's own addresses or on all of them. */
export async function isFree(port: number) {
  for (const host of ['127.0.0.1', '0.0.0.0', '::1', '::']) {
    if (!(await freePort(port, host)) && (await hasAddress(host))) return false
  }
  return true
}

/** `again` is the command that started us, to be repeated with another port. */
export async function refuseTakenPort(port: number, again: string) {
  if (await isFree(port)) return
  throw new Error(
    `Port ${port} is in use. Stop what runs there, or choose another: PORT=${port + 1} ${again}`,
  )
}

/** The wished port, or the next free one above it. */
export async function portFrom(wished: number) {
  for (let port = wished; port < wished + 100; port++) if (await isFree(port)) return port
  throw new Error(`No free port between ${wished} and ${wished + 99}.`)
}

/** A machine without IPv6 refuses every port of it. */
const hasAddress = async (host: string) => (await freePort(0, host)) !== 0
