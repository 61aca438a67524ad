import { LANGUAGES, type Language } from '@/lib/lists'
import 'server-only'
import { asc, gte, isNull, or } from 'drizzle-orm'
import { type Database, db } from '@/db/client'
import { benefits, services } from '@/db/schema'
import type { Translated } from '@/db/schema/translated'
import type { Admin } from '@/lib/actor'
import { versionsLackingLanguages } from '@/lib/texts/queries/versions'

/** What a text that lacks a language belongs to. */
export type TextPlace =
  | { kind: 'benefit' }
  | { kind: 'service'; benefit: string; status: string; country: string | null }
  | { kind: 'text'; id: string }

/** A text that lacks languages: what it belongs to, and how it reads in a language that it has. */
export type Missing = { place: TextPlace; text: string; languages: readonly Language[] }
type Found = { place: TextPlace; texts: Partial<Translated> }

/** Where texts come from, each by day; whoever keeps texts in languages adds theirs here. */
const SOURCES: ((day: string, on: Database) => Promise<Found[]>)[] = [ofBenefits, ofServices]

/** Returns every text in force or to come on a day that is not there in all languages the programme speaks. */
export async function missingTexts(admin: Admin, day: string, on: Database = db): Promise<Missing[]> {
  const versions = await versionsLackingLanguages(admin, day, on)
  const found: Missing[] = versions.map(({ id, version, missing }) => ({
    place: { kind: 'text', id },
    text: version,
    languages: missing,
  }))
  for (const source of SOURCES)
    for (const { texts, place } of await source(day, on)) {
      const languages = LANGUAGES.filter((language) => !texts[language]?.trim())
      const text = LANGUAGES.map((language) => texts[language]).find((one) => one?.trim()) ?? ''
      if (languages.length > 0) found.push({ place, text, languages })
    }
  return found
}

async function ofBenefits(_day: string, on: Database): Promise<Found[]> {
  const rows = await on.select({ texts: benefits.texts }).from(benefits).orderBy(asc(benefits.position))
  return rows.map(({ texts }) => ({ place: { kind: 'benefit' }, texts }))
}

async function ofServices(day: string, on: Database): Promise<Found[]> {
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
