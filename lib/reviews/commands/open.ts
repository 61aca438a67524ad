import 'server-only'
import { type Database, db } from '@/db/client'
import type { Reviewer } from '@/lib/actor'
import { recordRead } from '@/lib/log/record'
import { berlinDate } from '@/lib/time'
import { isId } from '../input'
import { canOpen } from '../policy'
import { findItem, type Item, readItem } from '../queries/item'

/**
 * Opens an item for review, after logging the read: no log row, no data. Null when there is no such item, when its file has no
 * products, or when it is the reviewer's own.
 */
export async function openItem(
  reviewer: Reviewer,
  id: string,
  at: Date,
  on: Database = db,
): Promise<Item | null> {
  if (!isId(id)) return null
  return on.transaction(async (tx) => {
    const item = await findItem(tx, id, berlinDate(at))
    if (!item || !canOpen(reviewer, item)) return null
    await recordRead(tx, reviewer, 'invoice.read', {
      memberId: item.memberId,
      subjectId: id,
      reason: 'review',
      at,
    })
    return readItem(tx, reviewer, item, at)
  })
}
