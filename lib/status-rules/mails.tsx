import { eq } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { accounts, statusRules, statusRuleTiers } from '@/db/schema'
import { paths } from '@/lib/addresses'
import type { Status } from '@/lib/lists'
import type { Mails, Template } from '@/lib/mail/mail'
import { ActionButton, Facts, Paragraph, Quote } from '@/lib/mail/parts'
import { write } from '@/lib/mail/render'

export type StatusRulesChangedFacts = {
  variant: 'published' | 'withdrawn'
  effectiveFrom: string
  /** The admin's address. */
  by: string
  reason: string
  tiers: { status: Status; products: number; cameras: number }[]
}

/** To every admin, so that nobody changes what members need without the others noticing. */
export const statusRulesChanged: Template<StatusRulesChangedFacts> = (facts, { t, day, link }) => {
  const { variant, by, reason } = facts
  const date = day(facts.effectiveFrom)
  return {
    subject: t(`statusRulesChanged.${variant}_subject`, { date }),
    preview: t('statusRulesChanged.preview'),
    heading: t(`statusRulesChanged.${variant}_subject`, { date }),
    body: (
      <>
        <Paragraph>{t(`statusRulesChanged.${variant}_intro`, { by, date })}</Paragraph>
        <Facts
          items={facts.tiers
            .filter(({ products }) => products > 0)
            .map(({ status, products, cameras }) => ({
              term: t(`shared.${status}`),
              value: t('statusRulesChanged.needs', { products, cameras }),
            }))}
        />
        <Quote term={t('shared.reason')}>{reason}</Quote>
        <Paragraph>{t('statusRulesChanged.wrong')}</Paragraph>
        <ActionButton href={link(paths.statusRules)}>{t('statusRulesChanged.button')}</ActionButton>
      </>
    ),
  }
}

export const statusRuleMails: Mails<'status-rules-changed'> = {
  'status-rules-changed': async (on, { about, language }) => {
    const { version, act } = about
    const changed = await findChange(on, version, act)
    return changed && write(statusRulesChanged, language, { variant: act, ...changed })
  },
}

/** Returns what an administrator did to a version of the rules, the reason, and the version's thresholds, or null. */
async function findChange(on: Database, id: string, act: 'published' | 'withdrawn') {
  const published = act === 'published'
  const [version] = await on
    .select({
      effectiveFrom: statusRules.effectiveFrom,
      reason: published ? statusRules.reason : statusRules.withdrawnReason,
      by: accounts.email,
    })
    .from(statusRules)
    .innerJoin(accounts, eq(accounts.id, published ? statusRules.publishedBy : statusRules.withdrawnBy))
    .where(eq(statusRules.id, id))
  if (!version?.reason) return null
  const tiers = await on
    .select({
      status: statusRuleTiers.status,
      products: statusRuleTiers.products,
      cameras: statusRuleTiers.cameras,
    })
    .from(statusRuleTiers)
    .where(eq(statusRuleTiers.statusRulesId, id))
    .orderBy(statusRuleTiers.status)
  return { ...version, reason: version.reason, tiers }
}
