import 'server-only'
import { and, asc, count, eq, isNull } from 'drizzle-orm'
import { type Database, db } from '@/db/client'
import { accounts, centres } from '@/db/schema'
import type { Admin, Desk } from '@/lib/actor'
import { LOOKUP_ROWS, readPage } from '@/lib/paging'

/** Returns service centres by name, 50 per page, from page 1, with how many people may sign in there. */
export async function listCentres(_admin: Admin, page = 1, on: Database = db) {
  const query = on
    .select({
      id: centres.id,
      name: centres.name,
      city: centres.city,
      country: centres.country,
      open: centres.open,
      basis: centres.legalBasis,
      people: count(accounts.id),
    })
    .from(centres)
    .leftJoin(accounts, and(eq(accounts.centreId, centres.id), isNull(accounts.disabledAt)))
    .groupBy(centres.id)
    .orderBy(asc(centres.name))
  const { rows, more } = await readPage(query, page, LOOKUP_ROWS)
  return { centres: rows, more }
}

/** Returns one service centre with the people who may sign in there, or null. */
export async function findCentre(_admin: Admin, id: string, on: Database = db) {
  const [centre] = await on
    .select({
      id: centres.id,
      name: centres.name,
      city: centres.city,
      country: centres.country,
      timeZone: centres.timeZone,
      open: centres.open,
      languages: centres.languages,
      contact: centres.contact,
      lead: centres.leadId,
      basis: centres.legalBasis,
      decision: centres.adequacyDecision,
      clausesOn: centres.clausesOn,
    })
    .from(centres)
    .where(eq(centres.id, id))
  if (!centre) return null
  const people = await on
    .select({ id: accounts.id, email: accounts.email })
    .from(accounts)
    .where(and(eq(accounts.centreId, id), isNull(accounts.disabledAt)))
    .orderBy(asc(accounts.email))
  return { ...centre, people }
}

/** Returns somebody's own service centre, and why it may not check cards. The desk's database function checks again. */
export async function ownCentre(desk: Desk, on: Database = db) {
  const [centre] = await on
    .select({ name: centres.name, open: centres.open, basis: centres.legalBasis })
    .from(centres)
    .where(eq(centres.id, desk.centreId))
  if (!centre) throw new Error('A desk account has no service centre.')
  const closed = !centre.basis ? 'centreWithoutBasis' : !centre.open ? 'centreClosed' : undefined
  return { name: centre.name, closed } as const
}
