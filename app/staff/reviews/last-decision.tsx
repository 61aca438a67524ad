import { getTranslations } from 'next-intl/server'
import { Notice } from '@/components/notice'
import { Done, SupersededBy } from '@/lib/reviews/input'
import { CleanAddress } from './clean-address'

type AnswerParams = { done?: string | string[]; told?: string | string[] }

/** The result of the last decision, shown once: it is then removed from the address. */
export async function LastDecision({ done, told, last }: AnswerParams & { last?: boolean }) {
  const t = await getTranslations('reviews')
  const refusals = await getTranslations('refusals')
  const refused = SupersededBy.parse(told)
  const decided = Done.parse(done)
  if (!refused && !decided) return null
  const words = () => {
    if (refused) return refusals(refused)
    if (decided === 'granted' || decided === 'declined') return t(decided)
    return decided && t(`${last ? 'decidedLast' : 'decided'}.${decided}`)
  }
  return (
    <>
      <Notice tone={refused ? 'warning' : 'success'} role={refused ? 'alert' : 'status'}>
        <p>{words()}</p>
      </Notice>
      <CleanAddress />
    </>
  )
}
