import 'server-only'
import { sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { addDays, berlinDate } from '@/lib/time'
import { monthEnds } from '../rules'

/**
 * Counts the members at the end of yesterday, again if counted before, and at month ends that are not counted yet. Month ends are
 * never recounted: somebody erased later was a member then. For the worker, at night.
 */
export async function countMembers(at: Date, on: Database) {
  const today = berlinDate(at)
  const yesterday = addDays(today, -1)
  const days = sql.join(
    [...new Set([...monthEnds(today), yesterday])].map((day) => sql`${day}::date`),
    sql`, `,
  )
  await on.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext('count members'))`)
    await tx.execute(sql`
      delete from member_counts where day >= ${yesterday} or extract(day from day + 1) <> 1`)
    await tx.execute(sql`
      insert into member_counts (day, country, status, count)
      select wanted.day, m.country, m.status, sum(m.by)
        from unnest(array[${days}]) as wanted (day) join member_moves m on m.day <= wanted.day
       where not exists (select from member_counts c where c.day = wanted.day)
       group by 1, 2, 3 having sum(m.by) > 0`)
  })
}
