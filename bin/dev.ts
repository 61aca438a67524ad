// `npm run dev`: the development server. `next dev` with hot reload, and the worker, restarted when its code changes.
import { watch } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { refuseTakenPort } from './portal/ports'
import { type ProcessGroup, runWithProcesses } from './portal/process-group'
import { packageProgram, startBinProgram, startProgram } from './portal/processes'
import { dataFolder, portSetting, readSetting, type Settings } from './portal/settings'
import { prepare } from './portal/start'

const DEVELOPMENT = { NODE_ENV: 'development' }

await runWithProcesses(async (group) => {
  const port = portSetting('PORT', 3000)
  await refuseTakenPort(port, 'npm run dev')
  const { settings, mailboxUrl } = await prepare(group, { folder: dataFolder(), say: console.log, port })
  console.log(`Mailbox    ${mailboxUrl ?? 'mail goes out by SMTP_URL'}`)
  restartWorkerOnChange(group, settings)
  const argv = [packageProgram('next'), 'dev', '-p', String(port), '-H', readSetting('HOST') ?? '127.0.0.1']
  group.add(startProgram('web', argv, { env: { ...settings, ...DEVELOPMENT, LUMIX_SERVICE: 'web' } }))
  return group.loss
})

/** A worker that crashes while its code is being edited does not end the program: the next change restarts it. */
function restartWorkerOnChange(group: ProcessGroup, settings: Settings) {
  const start = () => startBinProgram('worker', [], { env: { ...settings, ...DEVELOPMENT } })
  let worker = start()
  let changes = 0
  const restart = async () => {
    const change = ++changes
    await pause(300) // editors write more than once
    if (change !== changes) return
    await worker.stop()
    worker = start()
  }
  const watchers = ['lib', 'db'].map((folder) => watch(folder, { recursive: true }, () => void restart()))
  group.add({
    name: 'worker',
    ended: new Promise<string>(() => {}),
    async stop() {
      for (const watcher of watchers) watcher.close()
      changes++
      await worker.stop()
    },
  })
}
