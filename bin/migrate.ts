// `npm run migrate`: brings the database up to date, roles and the programme's own data included. Run it before every
// start of a new version. Safe to run twice and twice at once.
import { runWithProcesses } from './portal/process-group'
import { openDatabase } from './portal/services'
import { dataFolder } from './portal/settings'
import { migrateAndSeed } from './portal/start'

await runWithProcesses(async (group) => {
  const urls = await openDatabase(group, { folder: dataFolder(), say: console.log, shared: true })
  await migrateAndSeed(urls)
  return { code: 0, lastLine: 'Migrated   the database is up to date' }
})
