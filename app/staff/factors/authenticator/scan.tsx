import { getTranslations } from 'next-intl/server'
import { Code } from '@/components/code'
import { CodeField } from '@/components/field'
import { SubmitButton } from '@/components/submit-button'
import { appAddress, groupSecret, secretText } from '@/lib/identity/factors/app/rules'

/** The secret, to scan, type or open, and the field for the first code. */
export async function Scan({ secret, email }: { secret: Uint8Array; email: string }) {
  const t = await getTranslations('factors')
  const address = appAddress(secret, email)
  return (
    <>
      <section className="grid gap-4">
        <h2 className="text-2xl">{t('appScan')}</h2>
        <p className="readable text-soft">{t('appScanLead')}</p>
        <div className="w-full max-w-72 overflow-hidden rounded-md">
          <Code value={address} label={t('appQr')} />
        </div>
        <p className="text-soft">{t('appType')}</p>
        <p className="mono text-lg select-all">{groupSecret(secretText(secret))}</p>
        <p>
          <a className="link inline-block py-1" href={address}>
            {t('appOpen')}
          </a>
        </p>
      </section>
      <CodeField
        name="code"
        label={t('appFirst')}
        hint={t('appFirstHint')}
        inputMode="numeric"
        maxLength={20}
        required
      />
      <SubmitButton size="large">{t('appConfirm')}</SubmitButton>
    </>
  )
}
