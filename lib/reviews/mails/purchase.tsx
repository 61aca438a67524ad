import type { Path } from '@/lib/addresses'
import { Quote } from '@/lib/mail/parts'
import type { MailContext } from '@/lib/mail/voice'

export type Purchase = {
  product: string
  serialEnding: string
  qualifying: boolean
  /** The member's page about it. */
  path: Path
}

/** What a reviewer answered, in the member's language. */
export type Answer = { reason: string; sentence?: string }

/** The product and which of the member's it is: enough to know it by, and no whole serial number in a mailbox. */
export const unit = ({ product, serialEnding }: Purchase, { t }: MailContext) => [
  { term: t('shared.product'), value: product },
  { term: t('shared.serial'), value: t('shared.serialEnding', { ending: serialEnding }) },
]

/** The reason in the member's language, and what the reviewer added in their own words. */
export const Because = ({
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
