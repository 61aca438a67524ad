// `npm run worker`: makes page images and sends mails, apart from the web server. Start as many as you like.

import { logger } from '@/lib/logger'
import { runWorker } from '@/lib/worker/run'
import { runWithProcesses } from './portal/process-group'

await runWithProcesses(async (group) => {
  const { ended, stop } = await runWorker()
  group.add({ name: 'The worker', ended: ended.then(() => 'ended', describeFailure), stop })
  logger.info('working')
  return group.loss
})

function describeFailure(fault: unknown) {
  return `failed: ${fault instanceof Error ? fault.message : 'unknown'}`
}
