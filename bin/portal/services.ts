import { mkdirSync } from 'node:fs'
import { join, relative } from 'node:path'
import { startEmbedded, startThrowaway, type Urls } from '@/bin/postgres/embedded'
import { anyPort, isFree, portFrom } from './ports'
import type { ProcessGroup } from './process-group'
import { logOf, packageProgram, startProgram, untilReady } from './processes'
import { given, portSetting, type Settings } from './settings'

/** Where to leave files, what to say, and whether all of it is for one run only. */
export type Place = { folder: string; say: (line: string) => void; throwaway?: boolean }

const NEEDED = {
  OWNER_DATABASE_URL: 'owner',
  WORKER_DATABASE_URL: 'worker',
  DESK_DATABASE_URL: 'desk',
} as const

/** The database of the settings, or the one that comes along; that one may be `shared` with a portal that runs already. */
export async function openDatabase(
  group: ProcessGroup,
  { folder, say, throwaway, shared }: Place & { shared?: boolean },
): Promise<Urls> {
  if (given('DATABASE_URL')) return givenDatabase()
  const database = await (throwaway ? startThrowaway() : startEmbedded(join(folder, 'postgres')))
  if (database.joined && !shared)
    throw new Error(
      `A portal is already running on the data in ${folder}. Stop it, or give this one a folder of its own: DATA_FOLDER=.data/second`,
    )
  group.add({
    name: 'The database',
    ended: database.ended.then(
      () =>
        `stopped unexpectedly; start again, its data is kept. It left word in ${database.home}/postgres.log`,
    ),
    stop: database.stop,
  })
  if (!throwaway) say(`Database   ${whereIs(database)}`)
  return database.urls()
}

/** The addresses as the settings that the programs read. The web server is not told how to become the owner. */
export const databaseSettings = (urls: Urls): Settings => ({
  DATABASE_URL: urls.app,
  DESK_DATABASE_URL: urls.desk,
  WORKER_DATABASE_URL: urls.worker,
  OWNER_DATABASE_URL: urls.owner,
})

/** The mail server of the settings, or a mailbox on this machine that catches every mail and shows it. */
export async function openMailbox(
  group: ProcessGroup,
  place: Place,
): Promise<{ smtpUrl: string; url?: string }> {
  const smtpUrl = given('SMTP_URL')
  if (smtpUrl) return { smtpUrl }
  const web = await mailPort(place, 'MAIL_PORT', 1080)
  const smtp = await mailPort(place, 'SMTP_PORT', 1025)
  const mails = join(place.folder, 'mail')
  mkdirSync(mails, { recursive: true, mode: 0o700 }) // sign-in codes are in there
  const ports = ['--smtp', String(smtp), '--ip', '127.0.0.1', '--web', String(web), '--web-ip', '127.0.0.1']
  const argv = [packageProgram('maildev'), ...ports, '--mail-directory', mails, '--max-emails', '2000']
  const mailbox = group.add(startProgram('The mailbox', argv, { log: logOf(place.folder, 'mailbox') }))
  await untilReady(`http://127.0.0.1:${web}/api/email`, mailbox, 30)
  return { smtpUrl: `smtp://127.0.0.1:${smtp}`, url: `http://localhost:${web}` }
}

async function mailPort({ say, throwaway }: Place, setting: string, usual: number) {
  if (throwaway) return anyPort()
  const wished = portSetting(setting, usual)
  if (await isFree(wished)) return wished
  const port = await portFrom(wished + 1)
  say(`Port ${wished} is in use, so the mailbox takes ${port} (choose with ${setting}).`)
  return port
}

function givenDatabase(): Urls {
  const missing = Object.keys(NEEDED).filter((name) => !given(name))
  if (missing.length > 0)
    throw new Error(
      `DATABASE_URL is given, so these are needed too: ${missing.join(', ')}. See .env.example for what each one means.`,
    )
  const [app, owner, worker, desk] = ['DATABASE_URL', ...Object.keys(NEEDED)].map((name) =>
    String(given(name)),
  )
  return { app, owner, worker, desk } as Urls
}

function whereIs({ home, moved, joined }: { home: string; moved: boolean; joined: boolean }) {
  if (joined) return `already running, joined (${shown(home)})`
  return moved ? `${home} (Postgres runs as the user "postgres", who cannot reach this folder)` : shown(home)
}

const shown = (path: string) => relative(process.cwd(), path) || '.'
