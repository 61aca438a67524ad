import { getFormatter, getTranslations } from 'next-intl/server'
import { Empty } from '@/components/empty'
import { TextField } from '@/components/field'
import { Form } from '@/components/form'
import { PasskeyForm } from '@/components/passkey-form'
import { SubmitButton } from '@/components/submit-button'
import type { FormAction } from '@/lib/forms-state'
import type { ListedPasskey } from '@/lib/identity/factors/queries'

type Acts = { begin: FormAction; enrol: FormAction; rename: FormAction; remove: FormAction }

/** A person's own passkeys, to rename, remove and add. */
export async function PasskeyList({ passkeys, acts }: { passkeys: ListedPasskey[]; acts: Acts }) {
  const t = await getTranslations('factors')
  return (
    <>
      {passkeys.length === 0 ? (
        <Empty>{t('none')}</Empty>
      ) : (
        <ul className="grid">
          {passkeys.map((passkey) => (
            <li key={passkey.id} className="grid gap-3 border-line border-b py-4">
              <About passkey={passkey} />
              <div className="flex flex-wrap gap-x-6 gap-y-1">
                <Rename passkey={passkey} action={acts.rename} />
                <Remove passkey={passkey} action={acts.remove} />
              </div>
            </li>
          ))}
        </ul>
      )}
      <PasskeyForm
        begin={acts.begin}
        action={acts.enrol}
        label={t('add')}
        variant="secondary"
        className="justify-self-start"
      />
    </>
  )
}

async function About({ passkey: { name, backedUp, createdAt, lastUsedAt } }: { passkey: ListedPasskey }) {
  const t = await getTranslations('factors')
  const format = await getFormatter()
  const day = (at: Date) => format.dateTime(at, { dateStyle: 'medium' })
  const added = day(createdAt)
  return (
    <div className="grid gap-1">
      <p className="min-w-0 font-medium wrap-anywhere">{name}</p>
      <p className="text-soft">
        {lastUsedAt ? t('timesUsed', { added, used: day(lastUsedAt) }) : t('times', { added })}
        {backedUp && <span className="block">{t('synced')}</span>}
      </p>
    </div>
  )
}

type Act = { passkey: ListedPasskey; action: FormAction }

async function Rename({ passkey: { id, name }, action }: Act) {
  const t = await getTranslations('factors')
  return (
    <details className="open:basis-full">
      <Summary word={t('rename')} name={name} />
      <Form action={action} className="pt-3">
        <input type="hidden" name="id" value={id} />
        <TextField name="name" label={t('name')} defaultValue={name} maxLength={60} required />
        <SubmitButton variant="secondary" size="small" className="justify-self-start">
          {t('save')}
        </SubmitButton>
      </Form>
    </details>
  )
}

/** Asks for confirmation: the remove button is inside the details. */
async function Remove({ passkey: { id, name }, action }: Act) {
  const t = await getTranslations('factors')
  return (
    <details className="open:basis-full">
      <Summary word={t('remove')} name={name} />
      <Form action={action} className="pt-3">
        <input type="hidden" name="id" value={id} />
        <p className="readable">{t('removeText')}</p>
        <SubmitButton variant="danger" size="small" className="justify-self-start">
          {t('removeButton')}
        </SubmitButton>
      </Form>
    </details>
  )
}

const Summary = ({ word, name }: { word: string; name: string }) => (
  <summary className="w-fit cursor-pointer list-none py-2.5 [&::-webkit-details-marker]:hidden">
    <span className="link">{word}</span>
    <span className="sr-only"> {name}</span>
  </summary>
)
