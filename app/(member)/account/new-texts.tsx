import { getTranslations } from 'next-intl/server'
import Link from '@/components/link'
import { Notice } from '@/components/notice'
import type { Member } from '@/lib/actor'
import { listTextsToAccept } from '@/lib/texts/queries/texts'
import { berlinDate } from '@/lib/time'

/** A notice that the terms or the policy have changed since the member accepted or read them. */
export async function NewTexts({ member }: { member: Member }) {
  const waiting = await listTextsToAccept(member, berlinDate(new Date()))
  if (waiting.length === 0) return null
  const t = await getTranslations('texts')
  const count = (kind: string) => waiting.filter((text) => text.kind === kind).length
  return (
    <div className="pt-4 sm:pt-8">
      <Notice title={t('waitsTitle')}>
        {t('waits', { terms: count('terms'), privacy: count('privacy') })}{' '}
        <Link className="link" href="/account/texts">
          {t('waitsLink')}
        </Link>
      </Notice>
    </div>
  )
}
