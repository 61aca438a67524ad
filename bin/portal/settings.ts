import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { settingNames } from '@/lib/env'

export type Settings = Record<string, string>

/** A setting given from outside always wins over what a program would choose. An empty one counts as not given. */
export const given = (name: string) => process.env[name] || undefined

/** Where the database that comes along, uploads, mails and logs are kept on this machine. */
export const dataFolder = () => given('DATA_FOLDER') ?? '.data'

/** What a person would have to set up before a start, chosen for an installation that lives in `folder`. */
export function chosenSettings(folder: string, port: number): Settings {
  return {
    APP_URL: given('APP_URL') ?? `http://localhost:${port}`,
    AUTH_SECRET: given('AUTH_SECRET') ?? secretOf(folder),
    STORAGE_FOLDER: given('STORAGE_FOLDER') ?? resolve(folder, 'files'),
  }
}

/** What the programs of bin/ heed besides the settings of lib/env.ts. */
export const ownSettings = [
  'PORT',
  'HOST',
  'NEXT_DIST_DIR',
  'DATA_FOLDER',
  'MAIL_PORT',
  'SMTP_PORT',
  'CHROMIUM',
]

/** For runs that must come out the same everywhere: what is set in this shell does not count, but where Chromium is. */
export function forgetGivenSettings() {
  for (const name of [...settingNames, ...ownSettings]) if (name !== 'CHROMIUM') delete process.env[name]
}

/** A number from the environment, or the default. Refuses what is no port. */
export function portSetting(name: string, otherwise: number) {
  const port = Number(given(name) ?? otherwise)
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port
  throw new Error(`${name} is wrong: "${given(name)}" is no port (1 to 65535).`)
}

/** Drawn once and kept, so that sessions outlive a restart. Only its owner may read it. */
function secretOf(folder: string) {
  const file = join(folder, 'secret')
  mkdirSync(folder, { recursive: true })
  try {
    writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  return readFileSync(file, 'utf8')
}
