import type { Language, Status, Unit } from '@/lib/lists'
import 'server-only'
import { and, asc, desc, eq, gte, isNull, or, sql } from 'drizzle-orm'
import { type Database, db } from '@/db/client'
import { accounts, benefits, services } from '@/db/schema'
import type { Translated } from '@/db/schema/translated'
import type { Admin } from '@/lib/actor'
import type { StatusWithServices } from './rules'

/** Returns all benefits in order. */
export const listBenefits = (_admin: Admin, on: Database = db) =>
  on
    .select({
      id: benefits.id,
      texts: benefits.texts,
      unit: sql<Unit | null>`${benefits.unit}`,
      position: benefits.position,
    })
    .from(benefits)
    .orderBy(asc(benefits.position), asc(benefits.key))

/** Returns one benefit, or null. */
export async function findBenefit(admin: Admin, id: string, on: Database = db) {
  return (await listBenefits(admin, on)).find((benefit) => benefit.id === id) ?? null
}

export type ServiceCell = Awaited<ReturnType<typeof servicesOn>>[number]

/**
 * Returns the line that applies for each benefit and status in a country (null: in every other) on a day, and whether it is the
 * country's own.
 */
export async function servicesOn(_admin: Admin, country: string | null, day: string, on: Database = db) {
  const { rows } = await on.execute<{
    benefit: string
    status: StatusWithServices
    own: boolean
    offered: boolean
    texts: Translated
    from: string
    to: string | null
  }>(sql`
    select distinct on (benefit_id, status) benefit_id as benefit, status, country is not null as own, offered, texts,
      effective_from::text as "from", effective_to::text as "to"
    from services where (country is null or country = ${country})
      and effective_from <= ${day} and (effective_to is null or effective_to >= ${day})
    order by benefit_id, status, country nulls last`)
  return rows
}

export type ServicePlace = { benefit: string; status: StatusWithServices; country: string | null }
export type ServiceLine = Awaited<ReturnType<typeof linesOf>>[number]

const atPlace = ({ benefit, status, country }: ServicePlace) =>
  and(
    eq(services.benefitId, benefit),
    eq(services.status, status),
    country === null ? isNull(services.country) : eq(services.country, country),
  )

/** Returns every line of a place, newest first: what was promised from when to when, who published it and why. */
export const linesOf = (_admin: Admin, place: ServicePlace, on: Database = db) =>
  on
    .select({
      id: services.id,
      texts: services.texts,
      offered: services.offered,
      quantity: services.quantity,
      effectiveFrom: services.effectiveFrom,
      effectiveTo: services.effectiveTo,
      continues: services.continues,
      publishedAt: services.publishedAt,
      by: accounts.email,
      reason: services.reason,
    })
    .from(services)
    .leftJoin(accounts, eq(accounts.id, services.publishedBy))
    .where(atPlace(place))
    .orderBy(desc(services.effectiveFrom))

/** Returns the countries that have lines of their own on a day or later. */
export async function countriesWithOwn(_admin: Admin, day: string, on: Database = db) {
  const rows = await on
    .selectDistinct({ country: services.country })
    .from(services)
    .where(or(isNull(services.effectiveTo), gte(services.effectiveTo, day)))
  return rows.flatMap(({ country }) => country ?? [])
}

/**
 * Returns the lines of a status's range of services in a country on a calendar day, in the order of the benefits. A country's own
 * line takes precedence over the general one. Red has none.
 */
export async function servicesFor(
  status: string,
  country: string,
  day: string,
  language: Language,
  on: Database = db,
): Promise<string[]> {
  const rows = await readServices(on, country, day, language)
  return rows.flatMap((row) => (row.status === status ? row.text : []))
}

/** The same for every status at once. Without a country: what applies wherever a country has no line of its own. Public. */
export async function rangeOfServices(
  country: string | null,
  day: string,
  language: Language,
  on: Database = db,
): Promise<Record<Status, string[]>> {
  const rows = await readServices(on, country, day, language)
  const linesOf = (status: Status) => rows.flatMap((row) => (row.status === status ? row.text : []))
  return {
    red: linesOf('red'),
    silver: linesOf('silver'),
    gold: linesOf('gold'),
    platinum: linesOf('platinum'),
    black: linesOf('black'),
  }
}

/** `programme.services_on`, which the desk uses too. */
async function readServices(on: Database, country: string | null, day: string, language: Language) {
  const { rows } = await on.execute<{ status: Status; text: string }>(sql`
    select status, line as text from programme.services_on(${country}, ${day}, ${language})
    order by status, position, key`)
  return rows
}
