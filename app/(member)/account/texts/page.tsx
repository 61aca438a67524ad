import type { Metadata } from 'next'
import { getFormatter, getTranslations } from 'next-intl/server'
import { BackLink } from '@/components/back-link'
import { ButtonLink } from '@/components/button'
import { DoneNotice } from '@/components/done-notice'
import { Form } from '@/components/form'
import Link from '@/components/link'
import { PageHead } from '@/components/page-head'
import { Section } from '@/components/section'
import { SubmitButton } from '@/components/submit-button'
import { Table } from '@/components/table'
import { currentLanguage } from '@/lib/i18n/language'
import { requireMember } from '@/lib/identity/session'
import { listOwnAcceptances, listTextsToAccept } from '@/lib/texts/queries/texts'
import { berlinDate, formatDay } from '@/lib/time'
import { acceptText } from './actions'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations('texts'))('agreements'),
})

type Waiting = Awaited<ReturnType<typeof listTextsToAccept>>[number]

/** What a member has accepted or read, and what in force is still to be accepted; none of it blocks anything. */
export default async function AgreementsPage({ searchParams }: PageProps<'/account/texts'>) {
  const member = await requireMember()
  const { done } = await searchParams
  const waiting = await listTextsToAccept(member, berlinDate(new Date()))
  const t = await getTranslations('texts')
  const account = await getTranslations('account')
  return (
    <div className="max-w-3xl">
      <PageHead
        back={<BackLink href="/account">{account('title')}</BackLink>}
        title={t('agreements')}
        lead={t('agreementsLead')}
      />
      <DoneNotice done={done} acts={['terms', 'privacy']} words={(kind) => t(`accepted_${kind}`)} />
      {waiting.map((text) => (
        <AcceptForm key={text.id} text={text} />
      ))}
      {waiting.length === 0 && !done && <p className="readable">{t('nothingWaits')}</p>}
      <Accepted accepted={await listOwnAcceptances(member)} />
    </div>
  )
}

async function AcceptForm({ text: { id, kind, version, effectiveFrom } }: { text: Waiting }) {
  const t = await getTranslations('texts')
  const format = await getFormatter()
  const date = formatDay(format, effectiveFrom)
  return (
    <Section title={t(`toAccept_${kind}`)} lead={t('since', { version, date })}>
      <Form action={acceptText}>
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="language" value={await currentLanguage()} />
        <div className="flex flex-wrap gap-3">
          <ButtonLink href={`/${kind}/${version}`} target="_blank" variant="secondary">
            {t(`readIt_${kind}`)}
          </ButtonLink>
          <SubmitButton>{t(`accept_${kind}`)}</SubmitButton>
        </div>
      </Form>
    </Section>
  )
}

async function Accepted({ accepted }: { accepted: Awaited<ReturnType<typeof listOwnAcceptances>> }) {
  const t = await getTranslations('texts')
  const format = await getFormatter()
  return (
    <Section title={t('yours')}>
      <Table
        caption={t('yours')}
        captionHidden
        columns={[
          { key: 'text', label: t('whichText'), head: true },
          { key: 'version', label: t('versionTerm') },
          { key: 'language', label: t('language') },
          { key: 'when', label: t('when') },
        ]}
        rows={accepted.map(({ id, kind, version, language, at }) => ({
          key: id,
          cells: {
            text: t(kind),
            version: (
              <Link className="link" href={`/${kind}/${version}`}>
                {version}
              </Link>
            ),
            language: t(`languages.${language}`),
            when: t(`done_${kind}`, {
              date: format.dateTime(at, { dateStyle: 'long', timeStyle: 'short' }),
            }),
          },
        }))}
      />
    </Section>
  )
}
