// `npm run migrate`: brings the database up to date, roles and the programme's own data included. Run it before every
// start of a new version. Safe to run twice and twice at once.
import { runWithCrew } from './portal/crew'
import { openDatabase } from './portal/services'
import { dataFolder } from './portal/settings'
import { bringUpToDate } from './portal/start'

await runWithCrew(async (crew) => {
  const urls = await openDatabase(crew, { folder: dataFolder(), say: console.log, shared: true })
  await bringUpToDate(urls)
  return { code: 0, lastLine: 'Migrated   the database is up to date' }
})
