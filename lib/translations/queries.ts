import { LANGUAGES, type Language } from '@/lib/lists'
import 'server-only'
import { asc, gte, isNull, or } from 'drizzle-orm'
import { type Database, db } from '@/db/client'
import { benefits, services } from '@/db/schema'
import type { Translated } from '@/db/schema/translated'
import type { Admin } from '@/lib/actor'
import { versionsLackingLanguages } from '@/lib/texts/queries/versions'

/** The object that a text belongs to. */
export type TextPlace =
  | { kind: 'benefit' }
  | { kind: 'service'; benefit: string; status: string; country: string | null }
  | { kind: 'text'; id: string }

/** A text that lacks languages, with its object and its wording in an existing language. */
export type Missing = { place: TextPlace; text: string; languages: readonly Language[] }
type SourceText = { place: TextPlace; texts: Partial<Translated> }

/** The sources of texts, by day; nouns with translated texts add theirs here. */
const SOURCES: ((day: string, on: Database) => Promise<SourceText[]>)[] = [readBenefits, readServices]

/** Returns every text in force or coming on a day that lacks one of the programme's languages. */
export async function missingTexts(admin: Admin, day: string, on: Database = db): Promise<Missing[]> {
  const versions = await versionsLackingLanguages(admin, day, on)
  const incomplete: Missing[] = versions.map(({ id, version, missing }) => ({
    place: { kind: 'text', id },
    text: version,
    languages: missing,
  }))
  for (const source of SOURCES)
    for (const { texts, place } of await source(day, on)) {
      const languages = LANGUAGES.filter((language) => !texts[language]?.trim())
      const text = LANGUAGES.map((language) => texts[language]).find((one) => one?.trim()) ?? ''
      if (languages.length > 0) incomplete.push({ place, text, languages })
    }
  return incomplete
}

async function readBenefits(_day: string, on: Database): Promise<SourceText[]> {
  const rows = await on.select({ texts: benefits.texts }).from(benefits).orderBy(asc(benefits.position))
  return rows.map(({ texts }) => ({ place: { kind: 'benefit' }, texts }))
}

async function readServices(day: string, on: Database): Promise<SourceText[]> {
  const rows = await on
    .select({
      benefit: services.benefitId,
      status: services.status,
      country: services.country,
      offered: services.offered,
      texts: services.texts,
    })
    .from(services)
    .where(or(isNull(services.effectiveTo), gte(services.effectiveTo, day)))
    .orderBy(asc(services.status), asc(services.effectiveFrom))
  return rows.flatMap(({ offered, texts, ...at }) =>
    offered ? { place: { kind: 'service' as const, ...at }, texts } : [],
  )
}
