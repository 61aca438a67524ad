import 'server-only'
import { and, count, desc, eq, sql } from 'drizzle-orm'
import { type Database, db } from '@/db/client'
import { centres, logReads } from '@/db/schema'
import { withinDays } from '@/db/within-days'
import type { Admin } from '@/lib/actor'
import type { Period } from '../rules'

const checksIn = (period: Period) => and(eq(logReads.action, 'card.checked'), withinDays(logReads.at, period))
const misses = sql<number>`count(*) filter (where not ${logReads.hit})`.mapWith(Number)

const DAY = sql<string>`to_char(${logReads.at} at time zone 'Europe/Berlin', 'YYYY-MM-DD')`

/** Returns how many cards each service centre checked, with its country at the time, and how many checks found no card. */
export const checksByCentre = (_admin: Admin, period: Period, on: Database = db) =>
  on
    .select({
      id: logReads.centreId,
      name: centres.name,
      country: logReads.country,
      checks: count(),
      misses,
    })
    .from(logReads)
    .leftJoin(centres, eq(centres.id, logReads.centreId))
    .where(checksIn(period))
    .groupBy(logReads.centreId, centres.name, logReads.country)
    .orderBy(desc(count()), centres.name)

/** The same for each day in Berlin, newest first. */
export const checksByDayAndCentre = (_admin: Admin, period: Period, on: Database = db) =>
  on
    .select({ day: DAY, name: centres.name, country: logReads.country, checks: count(), misses })
    .from(logReads)
    .leftJoin(centres, eq(centres.id, logReads.centreId))
    .where(checksIn(period))
    .groupBy(sql`1`, logReads.centreId, centres.name, logReads.country)
    .orderBy(sql`1 desc`, centres.name, logReads.country)

/** Returns how many cards were found and not found on each day in Berlin, newest first; days without any are omitted. */
export const checksByDay = (_admin: Admin, period: Period, on: Database = db) =>
  on
    .select({
      day: DAY,
      found: sql<number>`count(*) filter (where ${logReads.hit})`.mapWith(Number),
      missed: misses,
    })
    .from(logReads)
    .where(checksIn(period))
    .groupBy(sql`1`)
    .orderBy(sql`1 desc`)
