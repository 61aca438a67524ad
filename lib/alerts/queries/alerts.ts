import 'server-only'
import { count, desc, eq, isNotNull, isNull } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { type Database, db } from '@/db/client'
import { accounts, alerts, centres, memberships } from '@/db/schema'
import type { Admin } from '@/lib/actor'
import { readPage, WORK_ROWS } from '@/lib/paging'
import type { AlertState } from '../input'

/** Returns how many alerts nobody has looked at yet. */
export async function countOpenAlerts(_admin: Admin, on: Database = db): Promise<number> {
  const [row] = await on.select({ count: count() }).from(alerts).where(isNull(alerts.settledAt))
  return row?.count ?? 0
}

/** Returns the open or the settled alerts, newest first, 25 per page, from page 1. */
export async function listAlerts(_admin: Admin, state: AlertState, page = 1, on: Database = db) {
  const query = on
    .select(listColumns)
    .from(alerts)
    .innerJoin(centres, eq(centres.id, alerts.centreId))
    .leftJoin(accounts, eq(accounts.id, alerts.accountId))
    .where(state === 'open' ? isNull(alerts.settledAt) : isNotNull(alerts.settledAt))
    .orderBy(desc(alerts.raisedAt), desc(alerts.id))
  const { rows, more } = await readPage(query, page, WORK_ROWS)
  return { alerts: rows, more }
}

export type Alert = NonNullable<Awaited<ReturnType<typeof findAlert>>>

/** Returns one alert with what it links to, or null: the person, the centre, and the member's number for their record. */
export async function findAlert(_admin: Admin, id: string, on: Database = db) {
  const settler = alias(accounts, 'settler')
  const [row] = await on
    .select({
      ...listColumns,
      raisedAt: alerts.raisedAt,
      details: alerts.details,
      number: memberships.number,
      note: alerts.note,
      settledBy: settler.email,
    })
    .from(alerts)
    .innerJoin(centres, eq(centres.id, alerts.centreId))
    .leftJoin(accounts, eq(accounts.id, alerts.accountId))
    .leftJoin(settler, eq(settler.id, alerts.settledBy))
    .leftJoin(memberships, eq(memberships.memberId, alerts.memberId))
    .where(eq(alerts.id, id))
  return row ?? null
}

const listColumns = {
  id: alerts.id,
  kind: alerts.kind,
  at: alerts.at,
  accountId: alerts.accountId,
  person: accounts.email,
  centreId: alerts.centreId,
  centre: centres.name,
  timeZone: centres.timeZone,
  settledAt: alerts.settledAt,
}
