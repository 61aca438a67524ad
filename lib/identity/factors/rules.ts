const MINUTE = 60_000

/** How long a WebAuthn ceremony may take, in milliseconds. */
export const CEREMONY_LIFE = 5 * MINUTE

/** One to use, and one in case the first is lost. */
export const RECOMMENDED_PASSKEYS = 2

/** How many passkeys an account may have. */
export const MAX_PASSKEYS = 20

/** The second factors somebody has set up. */
export type Factors = {
  passkeys: readonly unknown[]
  /** An authenticator app. */
  app: boolean
  /** Their organisation's sign-in, which asks for the factors it has set up itself. */
  sso: boolean
}

/** Whether there is a factor to show. Recovery codes stand in for a lost factor and do not count. */
export const hasFactor = ({ passkeys, app, sso }: Factors) => passkeys.length > 0 || app || sso

/** The names of common passkey providers, by AAGUID. */
const PROVIDERS: Record<string, string> = {
  'fbfc3007-154e-4ecc-8c0b-6e020557d7bd': 'iCloud Keychain',
  'dd4ec289-e01d-41c9-bb89-70fa845d4bf2': 'iCloud Keychain',
  'ea9b8d66-4d01-1d21-3ce4-b6b48cb575d4': 'Google Password Manager',
  'adce0002-35bc-c60a-648b-0b25f1f05503': 'Chrome on Mac',
  '08987058-cadc-4b81-b6e1-30de50dcbe96': 'Windows Hello',
  '9ddd1817-af5a-4672-a2b9-3e3dd95000a9': 'Windows Hello',
  '6028b017-b1d4-4c02-b4b3-afcdafc96bb2': 'Windows Hello',
  'bada5566-a7aa-401f-bd96-45619a55120d': '1Password',
  'd548826e-79b4-db40-a3d8-11116f7e8349': 'Bitwarden',
  '531126d6-e717-415c-9320-3d9aa6981239': 'Dashlane',
  'fdb141b2-5d84-443e-8a35-4698c205a502': 'KeePassXC',
  '50726f74-6f6e-5061-7373-50726f746f6e': 'Proton Pass',
  '53414d53-554e-4700-0000-000000000000': 'Samsung Pass',
}

type Device = { browser?: string; system?: string }

/**
 * Returns the name a passkey gets until its owner changes it: its provider, if its AAGUID is known, or the browser and system it
 * was created in. The same in every language.
 */
export const passkeyNameFor = (aaguid: string, { browser, system }: Device) =>
  PROVIDERS[aaguid] ?? ([browser, system].filter(Boolean).join(', ') || 'Passkey')
