import 'server-only'
import { and, desc, eq, lte, sql } from 'drizzle-orm'
import { type Database, db } from '@/db/client'
import { documents } from '@/db/schema'

/** The version of the terms or of the privacy policy in force on a calendar day. Public. */
export async function documentOn(kind: 'terms' | 'privacy', day: string, on: Database = db) {
  const [document] = await on
    .select({ id: documents.id, version: documents.version, effectiveFrom: documents.effectiveFrom })
    .from(documents)
    .where(and(eq(documents.kind, kind), lte(documents.effectiveFrom, day)))
    .orderBy(desc(documents.effectiveFrom))
    .limit(1)
  if (!document) throw new Error(`No ${kind} are in force on ${day}.`)
  return document
}

/**
 * The lines of the range of services that a status brings in a country on a calendar day, in the order of the
 * benefits. A country's own line stands before the one for every country. Red brings none.
 */
export async function servicesFor(
  status: string,
  country: string,
  day: string,
  language: 'en' | 'de',
  on: Database = db,
): Promise<string[]> {
  const { rows } = await on.execute<{ text: string }>(sql`
    select text from (
      select distinct on (b.id) b.position, s.texts ->> ${language} as text
      from services s join benefits b on b.id = s.benefit_id
      where s.status::text = ${status} and (s.country is null or s.country = ${country})
        and s.effective_from <= ${day} and (s.effective_to is null or s.effective_to >= ${day})
      order by b.id, s.country nulls last, s.effective_from desc
    ) lines order by position`)
  return rows.map(({ text }) => text)
}
