import type { Urls } from '@/bin/postgres/embedded'
import { seedProgramme } from '@/bin/seed/programme'
import { connect } from '@/db/client'
import { migrate } from '@/db/migrate'
import { buildIfChanged } from './build'
import type { ProcessGroup } from './process-group'
import { logPath, type StartOptions, startBinProgram } from './processes'
import { databaseSettings, openDatabase, openMailbox, type Place } from './services'
import { defaultSettings, type Settings } from './settings'
import { startWeb } from './web'

/** A running portal: its address, its mailbox (unless mail goes elsewhere), its databases, its settings. */
export type Portal = { url: string; mailboxUrl?: string; urls: Urls; settings: Settings }

export type PortalOptions = Place & {
  port: number
  /** The build folder; rebuilt first if the sources have changed. */
  distDir: string
  /** People, products and invoices to look at, besides the programme itself. */
  demoData: boolean
}

/**
 * Starts the whole portal as people will use it: database, mailbox, worker and the production build. Everything it starts
 * is added to the group. Used by the demo and the end-to-end tests.
 */
export async function startPortal(group: ProcessGroup, options: PortalOptions): Promise<Portal> {
  const { settings, urls, mailboxUrl } = await prepare(group, options)
  startWorker(group, settings, { log: logPath(options.folder, 'worker') })
  const built = buildIfChanged(group, options.distDir, options.say, logPath(options.folder, 'build'))
  const seeded = options.demoData && group.finish(seedDemo(settings, options))
  await Promise.all([built, seeded])
  await startWeb(group, { ...options, settings, until: '/readyz', log: logPath(options.folder, 'web') })
  return { url: String(settings.APP_URL), mailboxUrl, urls, settings }
}

/** Starts database and mailbox, migrates and seeds the programme, and returns the settings for everything else. */
export async function prepare(group: ProcessGroup, options: Pick<PortalOptions, keyof Place | 'port'>) {
  const urls = await openDatabase(group, options)
  await migrateAndSeed(urls)
  const { smtpUrl, url: mailboxUrl } = await openMailbox(group, options)
  const settings: Settings = {
    ...defaultSettings(options.folder, options.port),
    ...databaseSettings(urls),
    SMTP_URL: smtpUrl,
  }
  return { urls, mailboxUrl, settings }
}

/** Creates the tables and the data that every installation needs before its first visitor. */
export async function migrateAndSeed(urls: Urls) {
  await migrate(urls.owner, { appUrl: urls.app, workerUrl: urls.worker, deskUrl: urls.desk })
  const { db, pool } = connect(urls.owner, 1)
  await seedProgramme(db).finally(() => pool.end())
}

/** Starts the worker as a separate process. */
export const startWorker = (group: ProcessGroup, settings: Settings, options: StartOptions) =>
  group.add(startBinProgram('worker', [], { ...options, env: settings }))

const seedDemo = (settings: Settings, place: Place) =>
  startBinProgram('seed', ['--demo-data'], { env: settings, log: logPath(place.folder, 'seed') })
