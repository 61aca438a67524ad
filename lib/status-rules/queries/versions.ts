import type { Status } from '@/lib/lists'
import 'server-only'
import { asc, desc, eq, gt, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { type Database, db } from '@/db/client'
import { accounts, statusRuleDrafts, statusRules, statusRuleTiers } from '@/db/schema'
import type { Admin } from '@/lib/actor'
import { statusRuleStateOn } from '../rules'

const publisher = alias(accounts, 'publisher')
const withdrawer = alias(accounts, 'withdrawer')

export type StatusRule = Awaited<ReturnType<typeof listStatusRules>>[number]

/** Returns every version of the rule, newest first: who published it, when and why, and its state on a calendar day. */
export async function listStatusRules(_admin: Admin, day: string, on: Database = db) {
  const versions = await on
    .select({
      id: statusRules.id,
      effectiveFrom: statusRules.effectiveFrom,
      placeholder: statusRules.placeholder,
      publishedAt: statusRules.createdAt,
      publishedBy: publisher.email,
      reason: statusRules.reason,
      withdrawnAt: statusRules.withdrawnAt,
      withdrawnBy: withdrawer.email,
      withdrawnReason: statusRules.withdrawnReason,
    })
    .from(statusRules)
    .leftJoin(publisher, eq(publisher.id, statusRules.publishedBy))
    .leftJoin(withdrawer, eq(withdrawer.id, statusRules.withdrawnBy))
    .orderBy(desc(statusRules.effectiveFrom), desc(statusRules.createdAt))
  const tiers = await on.select().from(statusRuleTiers).orderBy(asc(statusRuleTiers.status))
  return versions.map((version) => ({
    ...version,
    state: statusRuleStateOn(version, versions, day),
    tiers: tiers.filter(({ statusRulesId }) => statusRulesId === version.id) satisfies { status: Status }[],
  }))
}

/** Returns drafts that can still be published on a calendar day, newest first, at most ten. */
export const listStatusRuleDrafts = (_admin: Admin, day: string, on: Database = db) =>
  selectDrafts(on).where(gt(statusRuleDrafts.effectiveFrom, day)).orderBy(desc(statusRuleDrafts.at)).limit(10)

export type FoundStatusRuleDraft = NonNullable<Awaited<ReturnType<typeof findStatusRuleDraft>>>

/** Returns one draft; null when it was published, replaced or discarded since. */
export async function findStatusRuleDraft(_admin: Admin, id: string, on: Database = db) {
  const [draft] = await selectDrafts(on).where(eq(statusRuleDrafts.id, id))
  return draft ?? null
}

const selectDrafts = (on: Database) =>
  on
    .select({
      id: statusRuleDrafts.id,
      effectiveFrom: statusRuleDrafts.effectiveFrom,
      thresholds: statusRuleDrafts.thresholds,
      at: statusRuleDrafts.at,
      by: sql<string>`${accounts.email}`,
    })
    .from(statusRuleDrafts)
    .innerJoin(accounts, eq(accounts.id, statusRuleDrafts.by))
    .$dynamic()
