import { eq } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { accounts, texts } from '@/db/schema'
import { textPath } from '@/lib/addresses'
import type { Mails, Template } from '@/lib/mail/mail'
import { ActionButton, Facts, Paragraph, Quote } from '@/lib/mail/parts'
import { write } from '@/lib/mail/render'

export type TextChangedFacts = {
  variant: 'published' | 'withdrawn'
  path: `/${string}`
  kind: 'privacy' | 'terms'
  version: string
  effectiveFrom: string
  /** The admin's address. */
  by: string
  reason: string
}

/** To the other admins, so that nobody changes what members agree to without the others noticing. */
export const textChanged: Template<TextChangedFacts> = (facts, { t, day, link }) => {
  const { variant, kind, by, reason, version } = facts
  const date = day(facts.effectiveFrom)
  const subject = t(`textChanged.${kind}_${variant}_subject`, { date })
  return {
    subject,
    preview: t('textChanged.preview'),
    heading: subject,
    body: (
      <>
        <Paragraph>{t(`textChanged.${variant}_intro`, { by })}</Paragraph>
        <Facts
          items={[
            { term: t('textChanged.version'), value: version },
            { term: t(`textChanged.from_${variant}`), value: date },
          ]}
        />
        <Quote term={t('textChanged.reason')}>{reason}</Quote>
        <Paragraph>{t(`textChanged.${variant}_wrong`)}</Paragraph>
        <ActionButton href={link(facts.path)}>{t('textChanged.button')}</ActionButton>
      </>
    ),
  }
}

export const textMails: Mails<'text-changed'> = {
  'text-changed': async (on, { about, language }) => {
    const { text, act } = about
    const changed = await findChange(on, text, act)
    return changed && write(textChanged, language, { variant: act, path: textPath(text), ...changed })
  },
}

/** Returns what an administrator did to a version of the policy or the terms, and the reason, or null. */
async function findChange(on: Database, id: string, act: 'published' | 'withdrawn') {
  const published = act === 'published'
  const [changed] = await on
    .select({
      kind: texts.kind,
      version: texts.version,
      effectiveFrom: texts.effectiveFrom,
      reason: published ? texts.reason : texts.withdrawnReason,
      by: accounts.email,
    })
    .from(texts)
    .innerJoin(accounts, eq(accounts.id, published ? texts.publishedBy : texts.withdrawnBy))
    .where(eq(texts.id, id))
  const { effectiveFrom, reason } = changed ?? {}
  return changed && effectiveFrom && reason ? { ...changed, effectiveFrom, reason } : null
}
