import { LANGUAGES } from '@/lib/lists'
import 'server-only'
import { and, asc, desc, eq, isNull, notExists, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { type Database, db } from '@/db/client'
import { acceptances, accounts, memberships, textBodies, texts } from '@/db/schema'
import type { Admin } from '@/lib/actor'
import { LOOKUP_ROWS, readPage } from '@/lib/paging'
import { textStateOf } from '../rules'

const publisher = alias(accounts, 'publisher')
const withdrawer = alias(accounts, 'withdrawer')

const selectVersions = (on: Database) =>
  on
    .select({
      id: texts.id,
      kind: texts.kind,
      version: texts.version,
      effectiveFrom: texts.effectiveFrom,
      changedAt: texts.changedAt,
      publishedAt: texts.publishedAt,
      publishedBy: publisher.email,
      reason: texts.reason,
      withdrawnAt: texts.withdrawnAt,
      withdrawnBy: withdrawer.email,
      withdrawnReason: texts.withdrawnReason,
      /** The number of members who have accepted or read it. */
      accepted: sql<number>`(select count(*)::int from acceptances a where a.text_id = ${texts.id})`,
      /** The languages it exists in. */
      languages: sql<
        string[]
      >`array(select t.language::text from text_bodies t where t.text_id = ${texts.id})`,
    })
    .from(texts)
    .leftJoin(publisher, eq(publisher.id, texts.publishedBy))
    .leftJoin(withdrawer, eq(withdrawer.id, texts.withdrawnBy))

/** Returns every version of the policy and the terms with its state on a calendar day, drafts first, then latest first. */
export async function listVersions(_admin: Admin, day: string, on: Database = db) {
  const versions = await selectVersions(on).orderBy(
    sql`${texts.effectiveFrom} desc nulls first`,
    desc(texts.createdAt),
  )
  return versions.map((one) => ({
    ...one,
    state: textStateOf(
      one,
      versions.filter(({ kind }) => kind === one.kind),
      day,
    ),
    missing: LANGUAGES.filter((language) => !one.languages.includes(language)),
  }))
}

/** Returns one version with its words in each language, or null. */
export async function openVersion(admin: Admin, id: string, day: string, on: Database = db) {
  const versions = await listVersions(admin, day, on)
  const version = versions.find((one) => one.id === id)
  if (!version) return null
  const texts = await on
    .select({ language: textBodies.language, body: textBodies.body })
    .from(textBodies)
    .where(eq(textBodies.textId, id))
  const body = (language: string) => texts.find((text) => text.language === language)?.body ?? ''
  return { ...version, texts: { en: body('en'), de: body('de') } }
}

/** Returns the versions that lack a language. */
export async function versionsLackingLanguages(admin: Admin, day: string, on: Database = db) {
  const versions = await listVersions(admin, day, on)
  return versions.filter(({ missing }) => missing.length > 0)
}

/** Returns who accepted or read a version, latest first, 50 per page (or `size`), from page 1: number, time and language. */
export async function listAccepted(
  _admin: Admin,
  id: string,
  page = 1,
  size = LOOKUP_ROWS,
  on: Database = db,
) {
  const query = on
    .select({ number: memberships.number, at: acceptances.at, language: acceptances.language })
    .from(acceptances)
    .innerJoin(memberships, eq(memberships.memberId, acceptances.memberId))
    .where(eq(acceptances.textId, id))
    .orderBy(desc(acceptances.at), desc(acceptances.memberId))
  const { rows, more } = await readPage(query, page, size)
  return { members: rows, more }
}

/**
 * Returns the members with a running membership on a calendar day who have not accepted a version, by number, 50 per page (or
 * `size`), and their total.
 */
export async function listNotAccepted(
  _admin: Admin,
  id: string,
  day: string,
  page = 1,
  size = LOOKUP_ROWS,
  on: Database = db,
) {
  const accepted = on
    .select({ one: sql`1` })
    .from(acceptances)
    .where(and(eq(acceptances.memberId, memberships.memberId), eq(acceptances.textId, id)))
  const missing = and(isRunning(day), notExists(accepted))
  const [versions] = await on.select({ count: sql<number>`count(*)::int` }).from(memberships).where(missing)
  const query = on
    .select({ number: memberships.number, language: accounts.language })
    .from(memberships)
    .innerJoin(sql`members m`, sql`m.id = ${memberships.memberId}`)
    .innerJoin(accounts, eq(accounts.id, sql`m.account_id`))
    .where(missing)
    .orderBy(asc(memberships.number))
  const { rows, more } = await readPage(query, page, size)
  return { members: rows, more, count: versions?.count ?? 0 }
}

const isRunning = (day: string) =>
  and(
    sql`${memberships.expiresOn} >= ${day}`,
    sql`(${memberships.endedOn} is null or ${memberships.endedOn} > ${day})`,
    isNull(memberships.suspendedAt),
  )
