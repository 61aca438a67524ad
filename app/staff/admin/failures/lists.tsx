import { getFormatter, getTranslations } from 'next-intl/server'
import { Address } from '@/components/address'
import { Form } from '@/components/form'
import Link from '@/components/link'
import { StateTag } from '@/components/state-tag'
import { SubmitButton } from '@/components/submit-button'
import { Table } from '@/components/table'
import type { FailedJob, FailedMail } from '@/lib/failures/queries'
import { textOf } from '@/lib/text-of'
import { sendFailedMail, tryJobAgain } from './actions'

/** Mails that were given up, with their recipients. */
export async function Mails({ mails }: { mails: FailedMail[] }) {
  const t = await getTranslations('failures')
  const members = await getTranslations('members')
  const format = await getFormatter()
  const title = (key: string) => textOf(members, `mails.${key}`, key)
  return (
    <Table
      caption={t('mails')}
      captionHidden
      columns={[
        { key: 'mail', label: t('mail'), head: true },
        { key: 'to', label: t('to'), mono: true },
        { key: 'at', label: t('queued') },
        { key: 'again', label: t('again') },
      ]}
      rows={mails.map((mail) => ({
        key: mail.id,
        cells: {
          mail: title(mail.template),
          to: <Recipient mail={mail} />,
          at: format.dateTime(mail.at, { dateStyle: 'medium', timeStyle: 'short' }),
          again: (
            <Form action={sendFailedMail}>
              <input type="hidden" name="mail" value={mail.id} />
              <SubmitButton
                variant="secondary"
                size="small"
                aria-label={`${t('sendAgain')}: ${title(mail.template)}, ${mail.number ?? mail.email}`}
              >
                {t('sendAgain')}
              </SubmitButton>
            </Form>
          ),
        },
      }))}
    />
  )
}

/** A member by number, a staff account by mail address. */
function Recipient({ mail: { number, email, accountId } }: { mail: FailedMail }) {
  const href = number ? `/staff/admin/members/${number}` : `/staff/admin/staff/${accountId}`
  return (
    <Link className="link" href={href}>
      <Address>{number ?? email}</Address>
    </Link>
  )
}

/** Jobs whose last attempt failed. */
export async function Jobs({ jobs }: { jobs: FailedJob[] }) {
  const t = await getTranslations('failures')
  const format = await getFormatter()
  const title = (key: string) => textOf(t, `tasks.${key}`, key)
  return (
    <Table
      caption={t('jobs')}
      captionHidden
      columns={[
        { key: 'job', label: t('job'), head: true },
        { key: 'error', label: t('error') },
        { key: 'attempts', label: t('attempts') },
        { key: 'tried', label: t('tried') },
        { key: 'state', label: t('state') },
        { key: 'again', label: t('again') },
      ]}
      rows={jobs.map(({ id, task, attempts, most, error, triedAt, nextAt }) => ({
        key: id,
        cells: {
          job: title(task),
          error: <span className="break-words">{error}</span>,
          attempts: t('of', { attempts, most }),
          tried: format.dateTime(triedAt, { dateStyle: 'medium', timeStyle: 'short' }),
          state: nextAt ? (
            <StateTag tone="info">
              {t('next', { when: format.dateTime(nextAt, { dateStyle: 'short', timeStyle: 'short' }) })}
            </StateTag>
          ) : (
            <StateTag tone="danger">{t('givenUp')}</StateTag>
          ),
          again: (
            <Form action={tryJobAgain}>
              <input type="hidden" name="job" value={id} />
              <SubmitButton
                variant="secondary"
                size="small"
                aria-label={`${t('tryAgain')}: ${title(task)} ${id}`}
              >
                {t('tryAgain')}
              </SubmitButton>
            </Form>
          ),
        },
      }))}
    />
  )
}
