import type { Urls } from '@/bin/postgres/embedded'
import { seedProgramme } from '@/bin/seed/programme'
import { connect } from '@/db/client'
import { migrate } from '@/db/migrate'
import { buildIfChanged } from './build'
import type { ProcessGroup } from './process-group'
import { logOf, startOwn, type Way } from './processes'
import { databaseSettings, openDatabase, openMailbox, type Place } from './services'
import { chosenSettings, type Settings } from './settings'
import { startWeb } from './web'

/** A portal that answers: its address, its mailbox (unless mail goes elsewhere), its databases, its settings. */
export type Portal = { url: string; mailboxUrl?: string; urls: Urls; settings: Settings }

export type PortalOptions = Place & {
  port: number
  /** The folder of the build; built first when its sources have changed. */
  distDir: string
  /** People, products and invoices to look at, besides the programme itself. */
  demoData: boolean
}

/**
 * The whole portal as people will use it: database, mailbox, worker and the production build. Everything it starts
 * joins the group. The demo, the end-to-end tests and the bench stand on it.
 */
export async function startPortal(group: ProcessGroup, options: PortalOptions): Promise<Portal> {
  const { settings, urls, mailboxUrl } = await prepare(group, options)
  startWorker(group, settings, { log: logOf(options.folder, 'worker') })
  const built = buildIfChanged(group, options.distDir, options.say, logOf(options.folder, 'build'))
  const seeded = options.demoData && group.finish(seedDemo(settings, options))
  await Promise.all([built, seeded])
  await startWeb(group, { ...options, settings, until: '/readyz', log: logOf(options.folder, 'web') })
  return { url: String(settings.APP_URL), mailboxUrl, urls, settings }
}

/** Database and mailbox, migrated and with the programme in it, and the settings for all that follows. */
export async function prepare(group: ProcessGroup, options: Pick<PortalOptions, keyof Place | 'port'>) {
  const urls = await openDatabase(group, options)
  await migrateAndSeed(urls)
  const { smtpUrl, url: mailboxUrl } = await openMailbox(group, options)
  const settings: Settings = {
    ...chosenSettings(options.folder, options.port),
    ...databaseSettings(urls),
    SMTP_URL: smtpUrl,
  }
  return { urls, mailboxUrl, settings }
}

/** The tables, and in them what every installation needs before its first visitor. */
export async function migrateAndSeed(urls: Urls) {
  await migrate(urls.owner, { appUrl: urls.app, workerUrl: urls.worker, deskUrl: urls.desk })
  const { db, pool } = connect(urls.owner, 1)
  await seedProgramme(db).finally(() => pool.end())
}

/** The worker, a process of its own. */
export const startWorker = (group: ProcessGroup, settings: Settings, way: Way) =>
  group.add(startOwn('worker', [], { ...way, env: settings }))

const seedDemo = (settings: Settings, place: Place) =>
  startOwn('seed', ['--demo-data'], { env: settings, log: logOf(place.folder, 'seed') })
