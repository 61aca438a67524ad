import 'server-only'
import { type Database, db } from '@/db/client'
import type { Admin } from '@/lib/actor'
import { requireFreshFactor } from '@/lib/fresh-factor'
import { recordRead } from '@/lib/log/record'
import { describeExport, type ExportFilter, type ExportList } from './rules'

/** Logs which list an admin exports, before its first row is read. Needs a fresh factor. */
export async function beginExport(
  admin: Admin,
  list: ExportList,
  filter: ExportFilter,
  at: Date,
  on: Database = db,
) {
  requireFreshFactor(admin, at)
  await on.transaction((tx) =>
    recordRead(tx, admin, 'list.exported', { reason: describeExport(list, filter), at }),
  )
}
