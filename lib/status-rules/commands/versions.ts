import 'server-only'
import { and, eq, gt, isNull, sql } from 'drizzle-orm'
import { type Database, db } from '@/db/client'
import { statusRuleDrafts, statusRules, statusRuleTiers } from '@/db/schema'
import type { Admin } from '@/lib/actor'
import { brokenConstraint, Refusal } from '@/lib/errors'
import { requireFreshFactor } from '@/lib/fresh-factor'
import { record } from '@/lib/log/record'
import { queueMailToAdmins } from '@/lib/mail/queue'
import { berlinDate } from '@/lib/time'
import type { StatusRuleDraft, StatusRulePublication, StatusRuleWithdrawal } from '../input'
import { isRising, STATUSES_WITH_THRESHOLDS, type Thresholds } from '../rules'

/**
 * Saves thresholds as a draft, so that they can be simulated and published unchanged, and returns its id. A draft is never
 * changed: a new one replaces the admin's own previous one. Refuses today and the past.
 */
export async function saveStatusRuleDraft(admin: Admin, input: StatusRuleDraft, at: Date, on: Database = db) {
  const { thresholds, effectiveFrom, draft } = input
  if (!isRising(thresholds)) throw new Refusal('rulesNotRising')
  requireComing(effectiveFrom, at)
  return on.transaction(async (tx) => {
    if (draft)
      await tx
        .delete(statusRuleDrafts)
        .where(and(eq(statusRuleDrafts.id, draft), eq(statusRuleDrafts.by, admin.id)))
    const [created] = await tx
      .insert(statusRuleDrafts)
      .values({ thresholds, effectiveFrom, by: admin.id, at })
      .returning({ id: statusRuleDrafts.id })
    if (!created) throw new Error('The draft was not created.')
    await record(tx, admin, 'status-rules.simulated', { subjectId: created.id, at })
    return created.id
  })
}

/** Discards a draft. */
export async function discardStatusRuleDraft(admin: Admin, id: string, at: Date, on: Database = db) {
  await on.transaction(async (tx) => {
    await takeDraft(tx, id)
    await record(tx, admin, 'status-rules.discarded', { subjectId: id, at })
  })
}

/**
 * Publishes a draft as the version that applies from its day on, and notifies every admin. Only a draft can be published, so what
 * is published is what was simulated. Refuses today and the past, and a day that another version has, unless the admin has seen
 * it (`replaces`): that one is withdrawn for the same reason.
 */
export async function publishStatusRule(
  admin: Admin,
  input: StatusRulePublication,
  at: Date,
  on: Database = db,
) {
  requireFreshFactor(admin, at)
  const { draft: id, replaces, reason } = input
  return on.transaction(async (tx) => {
    const { thresholds, effectiveFrom } = await takeDraft(tx, id)
    requireComing(effectiveFrom, at)
    if (replaces) await withdraw(tx, admin, { id: replaces, reason }, at, effectiveFrom)
    const version = { effectiveFrom, reason, placeholder: false, publishedBy: admin.id, createdAt: at }
    const [created] = await tx
      .insert(statusRules)
      .values(version)
      .returning({ id: statusRules.id })
      .catch((error: unknown) => {
        if (brokenConstraint(error) === 'status_rules_effective_from') throw new Refusal('rulesDayTaken')
        throw error
      })
    if (!created) throw new Error('The version was not created.')
    await tx.insert(statusRuleTiers).values(tiersOf(created.id, thresholds))
    await record(tx, admin, 'status-rules.published', { subjectId: created.id, reason, at })
    await queueMailToAdmins(tx, 'status-rules-changed', { version: created.id, act: 'published' })
    return created.id
  })
}

/** Withdraws a version that has not taken effect. Refuses one that has, or that is withdrawn already. */
export async function withdrawStatusRule(
  admin: Admin,
  input: StatusRuleWithdrawal,
  at: Date,
  on: Database = db,
) {
  requireFreshFactor(admin, at)
  await on.transaction(async (tx) => {
    await withdraw(tx, admin, input, at)
    await queueMailToAdmins(tx, 'status-rules-changed', { version: input.id, act: 'withdrawn' })
  })
}

async function withdraw(
  tx: Database,
  admin: Admin,
  { id, reason }: StatusRuleWithdrawal,
  at: Date,
  day?: string,
) {
  const [withdrawn] = await tx
    .update(statusRules)
    .set({ withdrawnAt: at, withdrawnBy: admin.id, withdrawnReason: reason })
    .where(
      and(
        eq(statusRules.id, id),
        isNull(statusRules.withdrawnAt),
        gt(statusRules.effectiveFrom, berlinDate(at)),
        day ? eq(statusRules.effectiveFrom, day) : undefined,
        sql`not exists (select from status_changes c where c.status_rules_id = ${id})`,
        sql`not exists (select from memberships s where s.status_rules_id = ${id})`,
      ),
    )
    .returning({ id: statusRules.id })
  if (!withdrawn) throw new Refusal('rulesNotComing')
  await record(tx, admin, 'status-rules.withdrawn', { subjectId: id, reason, at })
}

/** Deletes and returns a draft: the second of two concurrent requests is refused. */
async function takeDraft(tx: Database, id: string) {
  const [draft] = await tx.delete(statusRuleDrafts).where(eq(statusRuleDrafts.id, id)).returning()
  if (!draft) throw new Refusal('rulesDraftGone')
  return draft
}

function requireComing(day: string, at: Date) {
  if (day <= berlinDate(at)) throw new Refusal('rulesDay', 'effectiveFrom')
}

const tiersOf = (statusRulesId: string, thresholds: Thresholds) => [
  { statusRulesId, status: 'red' as const, products: 0, cameras: 0 },
  ...STATUSES_WITH_THRESHOLDS.map((status) => ({ statusRulesId, status, ...thresholds[status] })),
]
