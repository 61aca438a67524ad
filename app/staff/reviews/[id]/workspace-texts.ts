import type { Language } from '@/lib/lists'
import 'server-only'
import { getTranslations } from 'next-intl/server'
import type { Reviewer } from '@/lib/actor'
import { currentLanguage } from '@/lib/i18n/language'
import { listReasons, type ReasonKind } from '@/lib/reviews/queries/reasons'
import { firstSentence } from '@/lib/reviews/rules'
import { KEYS } from './keys'

export type WorkspaceTexts = Awaited<ReturnType<typeof workspaceTexts>>
type Choice = { value: string; label: string; text: string }
export type Reasons = Record<ReasonKind, Choice[]>

/** The texts of the forms and the keyboard help, for client components. */
export async function workspaceTexts(memberReads: Language) {
  const t = await getTranslations('reviews')
  return {
    verify: t('verify'),
    open: { ask: t('ask'), refuse: t('refuse'), end: t('end') },
    send: { ask: t('askSend'), refuse: t('refuseSend'), end: t('endSend') },
    endHint: t('endHint'),
    reason: t('reason'),
    chooseReason: t('chooseReason'),
    memberReads: t('memberReads'),
    sentence: t('sentence'),
    sentenceHint: t('sentenceHint', { language: t(`languages.${memberReads}`) }),
    optional: t('optional'),
    keyboard: t('keyboard'),
    keysOn: t('keysOn'),
    keysHint: t('keysHint'),
    keys: KEYS.map(({ shown, act }) => ({ shown, text: t(`keys.${act}`) })),
  }
}

/** The reasons of each kind: shortened in the list, in full below it. */
export async function reasonsToChoose(reviewer: Reviewer): Promise<Reasons> {
  const language = await currentLanguage()
  const all = await listReasons(reviewer)
  const of = (kind: ReasonKind) =>
    all
      .filter((reason) => reason.kind === kind)
      .map(({ id, texts }) => ({ value: id, label: firstSentence(texts[language]), text: texts[language] }))
  return { ask: of('ask'), refuse: of('refuse'), end: of('end') }
}
