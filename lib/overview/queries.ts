import 'server-only'
import { type SQL, sql } from 'drizzle-orm'
import { type Database, db } from '@/db/client'
import type { Texts } from '@/db/schema/programme'
import type { Admin } from '@/lib/auth/actor'

/** How many days back the figures look. All of them read the log by action and time, and so only that window. */
export const DAYS = 30

/** What an administrator acts on, of the 30 days before `at`. */
export async function overview(_admin: Admin, at: Date, on: Database = db) {
  const since = new Date(at.getTime() - DAYS * 86_400_000).toISOString()
  const [time, reasons, days, checks, joins] = await Promise.all([
    rows<{ median: number | null; p90: number | null }>(on, toDecision(since)),
    rows<{ outcome: Outcome; reason: Texts | null; count: number }>(on, decisionsByReason(since)),
    rows<{ day: string; verified: number; asked: number; refused: number }>(on, decisionsByDay(since)),
    rows<CentreChecks>(on, checksByCentre(since)),
    rows<{ count: number }>(on, sql`select count(*)::int as count from members where created_at >= ${since}`),
  ])
  return { time: time[0] ?? { median: null, p90: null }, reasons, days, checks, joins: joins[0]?.count ?? 0 }
}

type Outcome = 'verified' | 'needs_attention' | 'refused'
type CentreChecks = { id: string; name: string; country: string; checks: number; misses: number }

async function rows<T extends object>(on: Database, query: SQL) {
  return (await on.execute(query)).rows as unknown as T[]
}

const DECIDED = sql`l.action in ('purchase.verified', 'purchase.asked', 'purchase.refused')`

/** Hours from sending a purchase in to its decision. */
const toDecision = (since: string) => sql`
  select percentile_cont(0.5) within group (order by hours) as median,
         percentile_cont(0.9) within group (order by hours) as p90
    from (select extract(epoch from l.at - r.created_at)::float8 / 3600 as hours
            from log_entries l join registrations r on r.id = l.subject_id
           where l.action in ('purchase.verified', 'purchase.refused') and l.at >= ${since}) as taken`

const decisionsByReason = (since: string) => sql`
  select d.outcome, r.texts as reason, count(*)::int as count
    from log_entries l join decisions d on d.registration_id = l.subject_id and d.at = l.at
    left join reasons r on r.id = d.reason_id
   where ${DECIDED} and l.at >= ${since}
   group by d.outcome, r.id order by count desc`

const decisionsByDay = (since: string) => sql`
  select to_char(l.at at time zone 'Europe/Berlin', 'YYYY-MM-DD') as day,
         (count(*) filter (where l.action = 'purchase.verified'))::int as verified,
         (count(*) filter (where l.action = 'purchase.asked'))::int as asked,
         (count(*) filter (where l.action = 'purchase.refused'))::int as refused
    from log_entries l where ${DECIDED} and l.at >= ${since}
   group by 1 order by 1 desc`

const checksByCentre = (since: string) => sql`
  select c.id, c.name, c.country, count(*)::int as checks, (count(*) filter (where not l.hit))::int as misses
    from log_entries l join centres c on c.id = l.centre_id
   where l.action = 'card.checked' and l.at >= ${since}
   group by c.id order by checks desc, c.name limit 100`
