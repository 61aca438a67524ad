import 'server-only'
import { asc, gte, isNull, or } from 'drizzle-orm'
import { type Database, db } from '@/db/client'
import { benefits, services } from '@/db/schema'
import type { Texts } from '@/db/schema/texts'
import type { Admin } from '@/lib/auth/actor'
import { missingTexts as missingDocuments } from '@/lib/documents/queries/versions'
import { LANGUAGES, type Language } from '@/lib/i18n/languages'

/** A text that lacks a language: what it is about, how it reads in a language that it has, and where it is mended. */
export type Missing = { kind: Kind; text: string; languages: Language[]; href: string }
type Kind = 'benefit' | 'service' | 'document'
type Found = { kind: Kind; texts: Partial<Texts>; href: string }

/** Where texts come from, each by day; whoever keeps texts in languages adds theirs here. */
const SOURCES: ((day: string, on: Database) => Promise<Found[]>)[] = [ofBenefits, ofServices]

/** Every text in force or to come on a day that is not there in all languages the programme speaks. */
export async function missingTexts(admin: Admin, day: string, on: Database = db): Promise<Missing[]> {
  const found: Missing[] = await missingDocuments(admin, day, on)
  for (const source of SOURCES)
    for (const { texts, ...rest } of await source(day, on)) {
      const languages = LANGUAGES.filter((language) => !texts[language]?.trim())
      const text = LANGUAGES.map((language) => texts[language]).find((one) => one?.trim()) ?? ''
      if (languages.length > 0) found.push({ ...rest, text, languages })
    }
  return found
}

async function ofBenefits(_day: string, on: Database): Promise<Found[]> {
  const rows = await on.select({ texts: benefits.texts }).from(benefits).orderBy(asc(benefits.position))
  const href = '/staff/admin/programme/services/benefits'
  return rows.map(({ texts }) => ({ kind: 'benefit', texts, href }))
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
  return rows.flatMap(({ benefit, status, country, offered, texts }) => {
    const href = `/staff/admin/programme/services/${benefit}/${status}${country ? `?country=${country}` : ''}`
    return offered ? { kind: 'service' as const, texts, href } : []
  })
}
