import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { BackLink } from '@/components/back-link'
import { PageHead } from '@/components/page-head'
import { env } from '@/lib/env'
import { requireMember } from '@/lib/identity/session'
import { FIRST_DAY, MAX_LINES } from '@/lib/registrations/input'
import { checkLines, draftOf } from '@/lib/registrations/queries/draft'
import { berlinDate } from '@/lib/time'
import { editList } from './actions'
import { ListForm } from './list-form'
import { Progress } from './progress'
import { formTexts, lineView } from './views'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations('registrations.new'))('title'),
})

const FIRST_LINE = { model: '', serial: '', purchasedOn: '', dealer: '' }

export default async function ProductsStep() {
  const member = await requireMember()
  const now = new Date()
  const draft = await draftOf(member)
  const lines = await checkLines(member, draft?.lines.length ? draft.lines : [FIRST_LINE], now)
  const t = await getTranslations('registrations')
  return (
    <div className="max-w-4xl">
      <PageHead
        back={<BackLink href="/account/registrations">{t('toList')}</BackLink>}
        title={t('new.title')}
        lead={t('new.productsLead')}
      />
      <Progress at={0} />
      <ListForm
        action={editList}
        lines={await Promise.all(lines.map(lineView))}
        texts={await formTexts()}
        days={{ first: FIRST_DAY, last: berlinDate(now) }}
        maxLines={MAX_LINES}
      />
      <NotFound />
    </div>
  )
}

async function NotFound() {
  const t = await getTranslations('registrations.new')
  const contact = env().CONTACT_EMAIL
  return (
    <details className="mt-10 border-line border-t">
      <summary className="link min-h-11 py-4">{t('help')}</summary>
      <div className="readable grid gap-3 pb-4 text-soft">
        <p>{t('serialHelp')}</p>
        <p>{t('notInListText')}</p>
        {contact && <p>{t('notInListContact', { contact })}</p>}
      </div>
    </details>
  )
}
