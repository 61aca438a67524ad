import type { Urls } from '@/bin/postgres/embedded'
import { seedProgramme } from '@/bin/seed/programme'
import { connect } from '@/db/client'
import { migrate } from '@/db/migrate'
import { buildIfChanged } from './build'
import type { Crew } from './crew'
import { logOf, startOwn, type Way } from './processes'
import { databaseSettings, openDatabase, openMailbox, type Place } from './services'
import { chosenSettings, type Settings } from './settings'
import { startWeb } from './web'

/** A portal that answers: its address, its mailbox (unless mail goes elsewhere), its databases, its settings. */
export type Portal = { url: string; mailboxUrl?: string; urls: Urls; settings: Settings }

export type Wishes = Place & {
  port: number
  /** The folder of the build; built first when its sources have changed. */
  distDir: string
  /** People, products and invoices to look at, besides the programme itself. */
  demoData: boolean
}

/**
 * The whole portal as people will use it: database, mailbox, worker and the production build. Everything it starts
 * joins the crew. The demo, the end-to-end tests and the bench stand on it.
 */
export async function startPortal(crew: Crew, wishes: Wishes): Promise<Portal> {
  const { settings, urls, mailboxUrl } = await prepare(crew, wishes)
  startWorker(crew, settings, { log: logOf(wishes.folder, 'worker') })
  const built = buildIfChanged(crew, wishes.distDir, wishes.say, logOf(wishes.folder, 'build'))
  const seeded = wishes.demoData && crew.finish(seedDemo(settings, wishes))
  await Promise.all([built, seeded])
  await startWeb(crew, { ...wishes, settings, until: '/readyz', log: logOf(wishes.folder, 'web') })
  return { url: String(settings.APP_URL), mailboxUrl, urls, settings }
}

/** Database and mailbox, migrated and with the programme in it, and the settings for all that follows. */
export async function prepare(crew: Crew, wishes: Pick<Wishes, keyof Place | 'port'>) {
  const urls = await openDatabase(crew, wishes)
  await bringUpToDate(urls)
  const { smtpUrl, url: mailboxUrl } = await openMailbox(crew, wishes)
  const settings: Settings = {
    ...chosenSettings(wishes.folder, wishes.port),
    ...databaseSettings(urls),
    SMTP_URL: smtpUrl,
  }
  return { urls, mailboxUrl, settings }
}

/** The tables, and in them what every installation needs before its first visitor. */
export async function bringUpToDate(urls: Urls) {
  await migrate(urls.owner, { appUrl: urls.app, workerUrl: urls.worker, deskUrl: urls.desk })
  const { db, pool } = connect(urls.owner, 1)
  await seedProgramme(db).finally(() => pool.end())
}

/** The worker, a process of its own. */
export const startWorker = (crew: Crew, settings: Settings, way: Way) =>
  crew.add(startOwn('worker', [], { ...way, env: settings }))

const seedDemo = (settings: Settings, place: Place) =>
  startOwn('seed', ['--demo-data'], { env: settings, log: logOf(place.folder, 'seed') })
