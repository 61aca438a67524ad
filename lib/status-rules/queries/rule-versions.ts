import type { Status } from '@/lib/lists'
import 'server-only'
import { asc, desc, eq, gt, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { type Database, db } from '@/db/client'
import { accounts, ruleDrafts, ruleTiers, ruleVersions } from '@/db/schema'
import type { Admin } from '@/lib/actor'
import { statusRuleStateOn } from '../rules'

const publisher = alias(accounts, 'publisher')
const withdrawer = alias(accounts, 'withdrawer')

export type StatusRule = Awaited<ReturnType<typeof listStatusRules>>[number]

/** Every version of the rule, the newest first: who published it, when and why, and where it stands on a calendar day. */
export async function listStatusRules(_admin: Admin, day: string, on: Database = db) {
  const versions = await on
    .select({
      id: ruleVersions.id,
      effectiveFrom: ruleVersions.effectiveFrom,
      placeholder: ruleVersions.placeholder,
      publishedAt: ruleVersions.createdAt,
      publishedBy: publisher.email,
      reason: ruleVersions.reason,
      withdrawnAt: ruleVersions.withdrawnAt,
      withdrawnBy: withdrawer.email,
      withdrawnReason: ruleVersions.withdrawnReason,
    })
    .from(ruleVersions)
    .leftJoin(publisher, eq(publisher.id, ruleVersions.publishedBy))
    .leftJoin(withdrawer, eq(withdrawer.id, ruleVersions.withdrawnBy))
    .orderBy(desc(ruleVersions.effectiveFrom), desc(ruleVersions.createdAt))
  const tiers = await on.select().from(ruleTiers).orderBy(asc(ruleTiers.status))
  return versions.map((version) => ({
    ...version,
    state: statusRuleStateOn(version, versions, day),
    tiers: tiers.filter(({ ruleVersionId }) => ruleVersionId === version.id) satisfies { status: Status }[],
  }))
}

/** Drafts that can still be published on a calendar day, the newest first, ten at most. */
export const listStatusRuleDrafts = (_admin: Admin, day: string, on: Database = db) =>
  drafts(on).where(gt(ruleDrafts.effectiveFrom, day)).orderBy(desc(ruleDrafts.at)).limit(10)

export type FoundStatusRuleDraft = NonNullable<Awaited<ReturnType<typeof findStatusRuleDraft>>>

/** One draft; null when it was published, changed or discarded since. */
export async function findStatusRuleDraft(_admin: Admin, id: string, on: Database = db) {
  const [draft] = await drafts(on).where(eq(ruleDrafts.id, id))
  return draft ?? null
}

const drafts = (on: Database) =>
  on
    .select({
      id: ruleDrafts.id,
      effectiveFrom: ruleDrafts.effectiveFrom,
      thresholds: ruleDrafts.thresholds,
      at: ruleDrafts.at,
      by: sql<string>`${accounts.email}`,
    })
    .from(ruleDrafts)
    .innerJoin(accounts, eq(accounts.id, ruleDrafts.by))
    .$dynamic()
