import { getFormatter, getTranslations } from 'next-intl/server'
import { ButtonLink } from '@/components/button'
import { Section } from '@/components/section'
import { StateTag } from '@/components/state-tag'
import type { StatusRule } from '@/lib/status-rules/queries/versions'
import { formatDay } from '@/lib/time'
import { Tiers } from './tiers'

/** One version: its first day and thresholds, and who published or withdrew it, when and why. */
export async function Version({ version }: { version: StatusRule }) {
  const t = await getTranslations('statusRules')
  const format = await getFormatter()
  const day = formatDay(format, version.effectiveFrom)
  const title = t(version.state, { day })
  return (
    <Section title={title} panel>
      {version.placeholder && (
        <p>
          <StateTag tone="warning">{t('placeholder')}</StateTag>
        </p>
      )}
      <Tiers tiers={version.tiers} />
      <Act
        words={version.publishedBy ? t('publishedBy', { by: version.publishedBy }) : t('installed')}
        at={version.publishedAt}
        reason={version.reason}
      />
      {version.withdrawnAt && (
        <Act
          words={t('withdrawnBy', { by: version.withdrawnBy ?? '' })}
          at={version.withdrawnAt}
          reason={version.withdrawnReason}
        />
      )}
      {version.state === 'coming' && (
        <p>
          <ButtonLink href={`/staff/admin/programme/status-rules/${version.id}/withdraw`} variant="secondary">
            {t('withdraw')}
          </ButtonLink>
        </p>
      )}
    </Section>
  )
}

type ActProps = { words: string; at: Date; reason: string | null }

async function Act({ words, at, reason }: ActProps) {
  const format = await getFormatter()
  return (
    <div className="grid gap-1 wrap-anywhere">
      <p className="text-soft">
        {words}, {format.dateTime(at, { dateStyle: 'medium', timeStyle: 'short' })}
      </p>
      {reason && <p>{reason}</p>}
    </div>
  )
}
