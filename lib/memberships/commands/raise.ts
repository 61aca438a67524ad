import type { Status } from '@/lib/lists'
import 'server-only'
import { sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { statusChanges } from '@/db/schema'
import { record } from '@/lib/log/record'
import { queueMail } from '@/lib/mail/queue'
import { berlinDate } from '@/lib/time'
import { statusRulesOn } from '../queries'

const BATCH = 200

/**
 * Stores the status of members who hold a higher one today than the stored one, because a version of the rules or the catalogue
 * has taken effect, and notifies them; for the worker. Everybody has seen the new status since midnight (`programme.status_on`):
 * this only updates the record. In batches, each a transaction whose guard makes it happen once; returns how many.
 */
export async function raiseStatuses(on: Database, at: Date): Promise<number> {
  const today = berlinDate(at)
  let [count, after] = [0, 0]
  for (;;) {
    const due = await findDue(on, today, after)
    const last = due.at(-1)
    if (last === undefined) return count
    count += await on.transaction((tx) => raise(tx, due, today, at))
    after = last
  }
}

/**
 * Returns members after a given id whose products reach more than the stored status, in order. Members without a counting product
 * never rise.
 */
async function findDue(on: Database, today: string, after: number) {
  const { rows } = await on.execute<{ id: string }>(sql`
    with counted as (
      select member_id, count(*) as products, count(*) filter (where kind = 'camera') as cameras
      from programme.counting(${today}) group by member_id
    )
    select s.member_id as id from memberships s join counted c on c.member_id = s.member_id
    where s.member_id > ${after} and s.expires_on >= ${today} and (s.ended_on is null or s.ended_on > ${today})
      and exists (
        select from status_rule_tiers t where t.status_rules_id = programme.status_rules_on(${today})
          and t.status > s.status and t.products <= c.products and t.cameras <= c.cameras)
    order by s.member_id limit ${BATCH}`)
  return rows.map(({ id }) => Number(id))
}

type Raised = { memberId: string; accountId: string; from: Status; to: Status }

async function raise(tx: Database, ids: number[], today: string, at: Date) {
  const { id: statusRulesId } = await statusRulesOn(today, tx)
  const { rows } = await tx.execute<Raised>(sql`
    with held as (
      select s.member_id, s.status, m.account_id from memberships s join members m on m.id = s.member_id
      where ${sql`s.member_id in ${ids}`} order by s.member_id for update of s
    )
    update memberships s set status = programme.status_on(s.member_id, ${today}), status_rules_id = ${statusRulesId}
    from held where held.member_id = s.member_id and programme.status_on(s.member_id, ${today}) > held.status
    returning s.member_id as "memberId", held.account_id as "accountId", held.status as "from", s.status as "to"`)
  for (const { memberId: id, accountId, from, to } of rows) {
    const memberId = Number(id)
    await tx.insert(statusChanges).values({ memberId, from, to, because: 'programme', statusRulesId, at })
    await record(tx, null, 'member.risen', { memberId, at })
    await queueMail(tx, 'status-risen', accountId)
  }
  return rows.length
}
