import 'server-only'
import { and, desc, eq, lte } from 'drizzle-orm'
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
