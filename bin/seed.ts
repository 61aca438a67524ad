// `npm run seed`: the programme itself (rules, services, catalogue); with `-- --demo-data` people and products too.
// Safe to run twice.

import type { Urls } from '@/bin/postgres/embedded'
import { seedDemo } from '@/bin/seed/demo'
import { connect } from '@/db/client'
import { runWithProcesses } from './portal/process-group'
import { databaseSettings, openDatabase } from './portal/services'
import { dataFolder, defaultSettings, readSetting } from './portal/settings'
import { migrateAndSeed } from './portal/start'

await runWithProcesses(async (group) => {
  const urls = await openDatabase(group, { folder: dataFolder(), say: console.log, shared: true })
  await migrateAndSeed(urls)
  const people = process.argv.includes('--demo-data') && (await seedPeople(urls))
  return { code: 0, lastLine: `Seeded     the programme${people ? `, and ${people}` : ''}` }
})

/** The commands and the storage read the settings, so unset ones get the same defaults as at a start. No mail is sent. */
async function seedPeople(urls: Urls) {
  const mail = { SMTP_URL: readSetting('SMTP_URL') ?? 'smtp://127.0.0.1:1025' }
  Object.assign(process.env, defaultSettings(dataFolder(), 3000), databaseSettings(urls), mail)
  const { db, pool } = connect(urls.owner, 1)
  const created = await seedDemo(db, new Date()).finally(() => pool.end())
  return created ? 'demo data' : 'demo data, which was already there'
}
