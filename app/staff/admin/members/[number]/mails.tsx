import { getFormatter, getTranslations } from 'next-intl/server'
import { Empty } from '@/components/empty'
import { Form } from '@/components/form'
import { Section } from '@/components/section'
import { SubmitButton } from '@/components/submit-button'
import { Table } from '@/components/table'
import { textOf } from '@/lib/text-of'
import { sendMailAgain } from './actions'
import { type OpenedRecord, timestampFormat } from './opened'

/** Which mails were sent and when, without their content. */
export async function Mails({ items, number }: { items: OpenedRecord['mails']; number: string }) {
  const t = await getTranslations('admin')
  const own = await getTranslations('members')
  const format = await getFormatter()
  const title = (key: string) => textOf(own, `mails.${key}`, key)
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
              at: format.dateTime(at, timestampFormat),
              again: state !== 'queued' && <SendAgain number={number} mail={id} about={title(template)} />,
            },
          }))}
        />
      )}
    </Section>
  )
}

async function SendAgain({ number, mail, about }: { number: string; mail: string; about: string }) {
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
