import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { settingNames } from '@/lib/env'

export type Settings = Record<string, string>

/** A setting from the environment, which always overrides a program's default. An empty one counts as unset. */
export const readSetting = (name: string) => process.env[name] || undefined

/** Where the embedded database, uploads, mails and logs are kept on this machine. */
export const dataFolder = () => readSetting('DATA_FOLDER') ?? '.data'

/** Defaults for the required settings, for an installation in `folder`. */
export function defaultSettings(folder: string, port: number): Settings {
  return {
    APP_URL: readSetting('APP_URL') ?? `http://localhost:${port}`,
    AUTH_SECRET: readSetting('AUTH_SECRET') ?? storedSecret(folder),
    STORAGE_FOLDER: readSetting('STORAGE_FOLDER') ?? resolve(folder, 'files'),
  }
}

/** Settings of the programs in bin/, in addition to those of lib/env.ts. */
export const programSettings = [
  'PORT',
  'HOST',
  'NEXT_DIST_DIR',
  'DATA_FOLDER',
  'MAIL_PORT',
  'SMTP_PORT',
  'CHROMIUM',
]

/** For reproducible runs: ignores all settings of this shell except the path of Chromium. */
export function clearSettings() {
  for (const name of [...settingNames, ...programSettings]) if (name !== 'CHROMIUM') delete process.env[name]
}

/** Returns a port number from the environment, or the default. Throws if it is not a valid port. */
export function portSetting(name: string, defaultPort: number) {
  const port = Number(readSetting(name) ?? defaultPort)
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port
  throw new Error(`${name} is invalid: "${readSetting(name)}" is not a port (1 to 65535).`)
}

/** Generated once and kept, so that sessions survive a restart. Only its owner may read the file. */
function storedSecret(folder: string) {
  const file = join(folder, 'secret')
  mkdirSync(folder, { recursive: true })
  try {
    writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  return readFileSync(file, 'utf8')
}
