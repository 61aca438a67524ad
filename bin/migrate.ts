// `npm run migrate`: brings the database up to date, including roles and the programme's own data. Run it before starting
// a new version. Safe to run repeatedly and concurrently.
import { runWithProcesses } from './portal/process-group'
import { openDatabase } from './portal/services'
import { dataFolder } from './portal/settings'
import { migrateAndSeed } from './portal/start'

await runWithProcesses(async (group) => {
  const urls = await openDatabase(group, { folder: dataFolder(), say: console.log, shared: true })
  await migrateAndSeed(urls)
  return { code: 0, lastLine: 'Migrated   the database is up to date' }
})
