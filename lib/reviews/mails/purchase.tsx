import type { Path } from '@/lib/addresses'
import type { MailContext } from '@/lib/mail/context'
import { Quote } from '@/lib/mail/parts'

export type Purchase = {
  product: string
  serialEnding: string
  qualifying: boolean
  /** The member's page about it. */
  path: Path
}

/** A reviewer's answer, in the member's language. */
export type Answer = { reason: string; sentence?: string }

/** The product and the end of its serial number: enough to recognise it, without the whole number in a mailbox. */
export const unit = ({ product, serialEnding }: Purchase, { t }: MailContext) => [
  { term: t('shared.product'), value: product },
  { term: t('shared.serial'), value: t('shared.serialEnding', { ending: serialEnding }) },
]

/** The reason in the member's language, and the reviewer's own words. */
export const Explanation = ({
  answer: { reason, sentence },
  voice: { t },
}: {
  answer: Answer
  voice: MailContext
}) => (
  <>
    <Quote term={t('shared.reason')}>{reason}</Quote>
    {sentence && <Quote term={t('shared.sentence')}>{sentence}</Quote>}
  </>
)
