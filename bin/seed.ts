// `npm run seed`: the programme itself (rules, services, catalogue); with `-- --demo-data` people and products too.
// Safe to run twice.
import { runWithCrew } from './portal/crew'
import { openDatabase } from './portal/services'
import { dataFolder } from './portal/settings'
import { bringUpToDate } from './portal/start'

await runWithCrew(async (crew) => {
  const urls = await openDatabase(crew, { folder: dataFolder(), say: console.log, shared: true })
  await bringUpToDate(urls)
  if (process.argv.includes('--demo-data')) console.log('There is no demo data yet.')
  return { code: 0, lastLine: 'Seeded     the programme is there' }
})
