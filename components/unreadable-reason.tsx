import { getTranslations } from 'next-intl/server'
import type en from '@/lib/i18n/messages/en/uploads.json'

type Reason = keyof typeof en.unreadable

/** Why no page images could be made of a file, and what to do about it. */
export async function UnreadableReason({ problem }: { problem: string | null }) {
  const t = await getTranslations('uploads.unreadable')
  return <p>{t(problem && t.has(problem as Reason) ? (problem as Reason) : 'failed')}</p>
}
