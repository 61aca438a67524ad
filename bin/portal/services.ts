import { mkdirSync } from 'node:fs'
import { join, relative } from 'node:path'
import { startEmbedded, startThrowaway, type Urls } from '@/bin/postgres/embedded'
import { findFreePort, isFree, nextFreePort } from './ports'
import type { ProcessGroup } from './process-group'
import { logPath, packageProgram, startProgram, waitUntilReady } from './processes'
import { portSetting, readSetting, type Settings } from './settings'

/** Where to keep files, how to report progress, and whether everything is for one run only. */
export type Place = { folder: string; say: (line: string) => void; throwaway?: boolean }

const REQUIRED = {
  OWNER_DATABASE_URL: 'owner',
  WORKER_DATABASE_URL: 'worker',
  DESK_DATABASE_URL: 'desk',
} as const

/** Opens the configured database, or the embedded one, which may be `shared` with a portal that is already running. */
export async function openDatabase(
  group: ProcessGroup,
  { folder, say, throwaway, shared }: Place & { shared?: boolean },
): Promise<Urls> {
  if (readSetting('DATABASE_URL')) return configuredDatabase()
  const database = await (throwaway ? startThrowaway() : startEmbedded(join(folder, 'postgres')))
  if (database.joined && !shared)
    throw new Error(
      `A portal is already running on the data in ${folder}. Stop it, or give this one a folder of its own: DATA_FOLDER=.data/second`,
    )
  group.add({
    name: 'The database',
    ended: database.ended.then(
      () => `stopped unexpectedly; start again, its data is kept. See ${database.home}/postgres.log`,
    ),
    stop: database.stop,
  })
  if (!throwaway) say(`Database   ${describeLocation(database)}`)
  return database.urls()
}

/** The addresses as settings. The web server is not given the owner's. */
export const databaseSettings = (urls: Urls): Settings => ({
  DATABASE_URL: urls.app,
  DESK_DATABASE_URL: urls.desk,
  WORKER_DATABASE_URL: urls.worker,
  OWNER_DATABASE_URL: urls.owner,
})

/** Returns the configured mail server, or starts a local mailbox that catches every mail and shows it. */
export async function openMailbox(
  group: ProcessGroup,
  place: Place,
): Promise<{ smtpUrl: string; url?: string }> {
  const smtpUrl = readSetting('SMTP_URL')
  if (smtpUrl) return { smtpUrl }
  const web = await mailPort(place, 'MAIL_PORT', 1080)
  const smtp = await mailPort(place, 'SMTP_PORT', 1025)
  const mails = join(place.folder, 'mail')
  mkdirSync(mails, { recursive: true, mode: 0o700 }) // sign-in codes are in there
  const ports = ['--smtp', String(smtp), '--ip', '127.0.0.1', '--web', String(web), '--web-ip', '127.0.0.1']
  const argv = [packageProgram('maildev'), ...ports, '--mail-directory', mails, '--max-emails', '2000']
  const mailbox = group.add(startProgram('The mailbox', argv, { log: logPath(place.folder, 'mailbox') }))
  await waitUntilReady(`http://127.0.0.1:${web}/api/email`, mailbox, 30)
  return { smtpUrl: `smtp://127.0.0.1:${smtp}`, url: `http://localhost:${web}` }
}

async function mailPort({ say, throwaway }: Place, setting: string, defaultPort: number) {
  if (throwaway) return findFreePort()
  const preferred = portSetting(setting, defaultPort)
  if (await isFree(preferred)) return preferred
  const port = await nextFreePort(preferred + 1)
  say(`Port ${preferred} is in use, so the mailbox takes ${port} (choose with ${setting}).`)
  return port
}

function configuredDatabase(): Urls {
  const missing = Object.keys(REQUIRED).filter((name) => !readSetting(name))
  if (missing.length > 0)
    throw new Error(
      `DATABASE_URL is set, so these are required too: ${missing.join(', ')}. See .env.example for what each one means.`,
    )
  const [app, owner, worker, desk] = ['DATABASE_URL', ...Object.keys(REQUIRED)].map((name) =>
    String(readSetting(name)),
  )
  return { app, owner, worker, desk } as Urls
}

function describeLocation({ home, moved, joined }: { home: string; moved: boolean; joined: boolean }) {
  if (joined) return `already running, joined (${displayPath(home)})`
  return moved
    ? `${home} (Postgres runs as the user "postgres", who cannot reach this folder)`
    : displayPath(home)
}

const displayPath = (path: string) => relative(process.cwd(), path) || '.'
