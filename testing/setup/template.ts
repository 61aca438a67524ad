import { startThrowaway } from '@/bin/postgres/embedded'
import { seedProgramme } from '@/bin/seed/programme'
import { connect } from '@/db/client'
import { migrate } from '@/db/migrate'

/** Starts a cluster for one run with a database to copy: migrated, and seeded with the programme. */
export async function startTemplate() {
  const { adminUrl, urls, stop, ended } = await startThrowaway()
  const { owner, app, worker, desk } = urls()
  await migrate(owner, { appUrl: app, workerUrl: worker, deskUrl: desk })
  const { db, pool } = connect(owner, 1)
  await seedProgramme(db).finally(() => pool.end())
  return { template: { adminUrl, urls: urls() }, stop, ended }
}
