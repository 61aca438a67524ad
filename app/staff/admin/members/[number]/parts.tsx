import Link from 'next/link'
import { getFormatter, getTranslations } from 'next-intl/server'
import { Address } from '@/components/address'
import { Empty } from '@/components/empty'
import { Form } from '@/components/form'
import { Section } from '@/components/section'
import { SubmitButton } from '@/components/submit-button'
import { Table } from '@/components/table'
import { countryName } from '@/lib/countries/rules'
import { currentLanguage } from '@/lib/i18n/language'
import { isLogAction } from '@/lib/log/rules'
import type { openRecord } from '@/lib/members/commands/open'
import { sendMailAgain } from './actions'

export type Opened = Awaited<ReturnType<typeof openRecord>>

/** Terms, status changes, and what administrators did. */
export async function Standing({ terms, changes, acts }: Pick<Opened, 'terms' | 'changes' | 'acts'>) {
  const t = await getTranslations('admin')
  const own = await getTranslations('members')
  const words = await getTranslations('account')
  const format = await getFormatter()
  const day = (date: string) => format.dateTime(new Date(`${date}T12:00:00Z`), { dateStyle: 'medium' })
  const why = (key: string) => (own.has(`because.${key}` as never) ? own(`because.${key}` as never) : key)
  return (
    <Section title={t('standing')}>
      <Table
        caption={t('changes')}
        columns={[
          { key: 'at', label: t('when'), head: true },
          { key: 'to', label: t('status') },
          { key: 'because', label: t('because') },
        ]}
        rows={changes.map(({ id, at, from, to, because }) => ({
          key: id,
          cells: {
            at: format.dateTime(at, stamp),
            to: from ? `${words(from)} → ${words(to)}` : words(to),
            because: why(because),
          },
        }))}
      />
      <Table
        caption={t('terms')}
        columns={[
          { key: 'starts', label: t('starts'), head: true },
          { key: 'expires', label: t('expires') },
          { key: 'because', label: t('because') },
        ]}
        rows={terms.map(({ id, startsOn, expiresOn, because }) => ({
          key: id,
          cells: { starts: day(startsOn), expires: day(expiresOn), because: why(because) },
        }))}
      />
      {acts.length > 0 && (
        <Table
          caption={own('actsTitle')}
          columns={[
            { key: 'at', label: t('when'), head: true },
            { key: 'kind', label: t('action') },
            { key: 'reason', label: own('reason') },
            { key: 'by', label: t('actor') },
          ]}
          rows={acts.map(({ id, at, kind, reason, by }) => ({
            key: id,
            cells: {
              at: format.dateTime(at, stamp),
              kind: own(`done.${kind}`),
              reason,
              by: <Address>{by}</Address>,
            },
          }))}
        />
      )}
    </Section>
  )
}

export async function Accepted({ documents }: Pick<Opened, 'documents'>) {
  const t = await getTranslations('members')
  const words = await getTranslations('admin')
  const format = await getFormatter()
  if (documents.length === 0) return null
  return (
    <Section title={t('accepted')}>
      <Table
        caption={t('accepted')}
        captionHidden
        columns={[
          { key: 'kind', label: t('document'), head: true },
          { key: 'version', label: t('version') },
          { key: 'language', label: words('language') },
          { key: 'at', label: words('when') },
        ]}
        rows={documents.map(({ id, kind, version, language, at }) => ({
          key: id,
          cells: {
            kind: t(`documents.${kind}`),
            version: (
              <Link className="link" href={`/staff/admin/programme/texts/${id}`} prefetch={false}>
                {version}
              </Link>
            ),
            language: t(`languages.${language}`),
            at: format.dateTime(at, stamp),
          },
        }))}
      />
    </Section>
  )
}

/** That mails went out and when; never what they said. */
export async function Mails({ items, number }: { items: Opened['mails']; number: string }) {
  const t = await getTranslations('admin')
  const own = await getTranslations('members')
  const format = await getFormatter()
  const title = (key: string) => (own.has(`mails.${key}` as never) ? own(`mails.${key}` as never) : key)
  return (
    <Section title={t('mails')}>
      {items.length === 0 ? (
        <Empty>{t('noMails')}</Empty>
      ) : (
        <Table
          caption={t('mails')}
          captionHidden
          columns={[
            { key: 'template', label: t('mail'), head: true },
            { key: 'state', label: t('state') },
            { key: 'at', label: t('when') },
            { key: 'again', label: own('sendAgain') },
          ]}
          rows={items.map(({ id, template, state, at }) => ({
            key: id,
            cells: {
              template: title(template),
              state: t(`mail_${state}`),
              at: format.dateTime(at, stamp),
              again: state !== 'queued' && <Again number={number} mail={id} about={title(template)} />,
            },
          }))}
        />
      )}
    </Section>
  )
}

async function Again({ number, mail, about }: { number: string; mail: string; about: string }) {
  const t = await getTranslations('members')
  return (
    <Form action={sendMailAgain}>
      <input type="hidden" name="number" value={number} />
      <input type="hidden" name="mail" value={mail} />
      <SubmitButton
        variant="secondary"
        size="small"
        className="justify-self-start"
        aria-label={`${t('sendAgain')}: ${about}`}
      >
        {t('sendAgain')}
      </SubmitButton>
    </Form>
  )
}

/** Who opened or checked this person's data, and what else was done. */
export async function Accesses({ items, number }: { items: Opened['accesses']; number: string }) {
  const t = await getTranslations('admin')
  const own = await getTranslations('members')
  const log = await getTranslations('log')
  const format = await getFormatter()
  const language = await currentLanguage()
  return (
    <Section title={t('accesses')}>
      <Table
        caption={t('accesses')}
        captionHidden
        columns={[
          { key: 'at', label: t('when'), head: true },
          { key: 'action', label: t('action') },
          { key: 'role', label: t('role') },
          { key: 'country', label: t('country') },
        ]}
        rows={items.map(({ id, at, action, role, country }) => ({
          key: String(id),
          cells: {
            at: format.dateTime(at, stamp),
            action: isLogAction(action) ? log(`actions.${action.replace('.', '_')}` as never) : action,
            role: role ? log(`roles.${role}`) : '–',
            country: country ? countryName(country, language) : '–',
          },
        }))}
      />
      <p>
        <Link className="link" href={`/staff/admin/log?number=${number}`} prefetch={false}>
          {own('wholeLog')}
        </Link>
      </p>
    </Section>
  )
}

const stamp = { dateStyle: 'medium', timeStyle: 'short' } as const
