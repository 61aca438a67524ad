// `npm start`: serves the production build ("npm run build"). With DATABASE_URL it is the web server of a real
// installation and uses no defaults; run "npm run migrate" before it and "npm run worker" alongside. Without it, it starts
// database, mailbox and worker as the demo does, but without demo data.
import { existsSync } from 'node:fs'
import { readSettings } from '@/lib/env'
import { refuseTakenPort } from './portal/ports'
import { type ProcessGroup, runWithProcesses } from './portal/process-group'
import { dataFolder, portSetting, readSetting } from './portal/settings'
import { prepare, startWorker } from './portal/start'
import { startWeb } from './portal/web'

await runWithProcesses(async (group) => {
  const distDir = readSetting('NEXT_DIST_DIR') ?? '.next'
  if (!existsSync(`${distDir}/BUILD_ID`)) throw new Error('There is no build yet. Run "npm run build" first.')
  const port = portSetting('PORT', 3000)
  await refuseTakenPort(port, 'npm start')
  if (readSetting('DATABASE_URL')) readSettings(process.env)
  const settings = readSetting('DATABASE_URL') ? process.env : await startServices(group, port)
  const until = readSetting('DATABASE_URL') ? '/healthz' : '/readyz'
  await startWeb(group, { settings, port, distDir, until })
  console.log(`Ready      ${settings.APP_URL}`)
  return group.loss
})

async function startServices(group: ProcessGroup, port: number) {
  const { settings } = await prepare(group, { folder: dataFolder(), say: console.log, port })
  startWorker(group, settings, {})
  return settings
}
