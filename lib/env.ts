import { z } from 'zod'

const postgres = z.url({ protocol: /^postgres(ql)?$/ })
const optional = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema.optional())

/**
 * What an identity provider calls two factors at once (RFC 8176): `mfa`, or something known or inherent together with something
 * owned.
 */
const TWO_FACTORS = 'mfa pwd+otp pwd+hwk pwd+swk pwd+sc pwd+fido pin+hwk pin+sc fpt+hwk face+hwk'

const words = (text: string) => text.trim().split(/[\s,]+/)
/** Discovery and tokens travel unencrypted over http, so only a provider on this machine may use it. */
const isEncrypted = (url: string) =>
  url.startsWith('https:') || /^http:\/\/(localhost|127\.0\.0\.1)[:/]/.test(`${url}/`)

const Settings = z
  .object({
    NODE_ENV: z.enum(['development', 'production', 'test']).default('production'),
    APP_URL: z.url({ protocol: /^https?$/ }).transform((url) => new URL(url).origin),
    AUTH_SECRET: z.string().min(32),
    DATABASE_URL: postgres,
    DESK_DATABASE_URL: postgres,
    WORKER_DATABASE_URL: optional(postgres),
    OWNER_DATABASE_URL: optional(postgres),
    DATABASE_POOL: z.coerce.number().int().min(1).max(200).default(10),
    SMTP_URL: z.url({ protocol: /^smtps?$/ }),
    MAIL_FROM: z.string().min(3).default('LUMIX PRO <lumix-pro@localhost>'),
    STORAGE_FOLDER: z.string().min(1),
    TRUST_PROXY_HOPS: z.coerce.number().int().min(0).max(9).default(0),
    LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
    CONTACT_EMAIL: optional(z.email()),
    DPO_EMAIL: optional(z.email()),
    AUTHORITY_EMAIL: optional(z.email()),
    GENERAL_POLICY_URL: optional(z.url({ protocol: /^https?$/ })),
    DATA_LOCATION: optional(z.string().min(2).max(200)),
    SSO_ISSUER: optional(z.url({ protocol: /^https?$/ }).refine(isEncrypted, 'https')),
    SSO_CLIENT_ID: optional(z.string().min(1)),
    SSO_CLIENT_SECRET: optional(z.string().min(8)),
    SSO_NAME: optional(z.string().min(2).max(40)),
    SSO_FACTOR_AMR: z
      .preprocess((value) => value || TWO_FACTORS, z.string().regex(/^[\w.+-]+([\s,]+[\w.+-]+)*$/))
      .transform((text) => words(text).map((way) => way.split('+'))),
    SSO_FACTOR_ACR: optional(z.string().min(1).transform(words)),
  })
  .superRefine((settings, ctx) => {
    // One provider, or none: half a configuration would only show when somebody tries to sign in.
    const missing = SSO.filter((name) => !settings[name])
    if (missing.length === SSO.length) return
    for (const name of missing)
      ctx.addIssue({ code: 'custom', path: [name], message: 'all or none of SSO_*' })
  })

const SSO = ['SSO_ISSUER', 'SSO_CLIENT_ID', 'SSO_CLIENT_SECRET', 'SSO_NAME'] as const

export const settingNames = Object.keys(Settings.shape)

export type Env = z.infer<typeof Settings>

let settings: Env | undefined

/** The validated settings. Throws one message that names each missing or wrong one; first called when the server starts. */
export function env(): Env {
  settings ??= readSettings(process.env)
  return settings
}

/** Validates any set of variables; `env()` and the tests use it. */
export function readSettings(variables: Record<string, string | undefined>): Env {
  const parsed = Settings.safeParse(variables)
  if (parsed.success) return parsed.data
  const problems = parsed.error.issues.map(({ path, message }) => {
    const name = String(path[0])
    return variables[name] ? `${name} is wrong (${message})` : `${name} is missing`
  })
  throw new Error(`Settings: ${problems.join('; ')}. See .env.example for what each one means.`)
}

/** Returns the single sign-on provider, or null when none is configured. */
export function singleSignOn() {
  const { SSO_ISSUER, SSO_CLIENT_ID, SSO_CLIENT_SECRET, SSO_NAME, SSO_FACTOR_AMR, SSO_FACTOR_ACR } = env()
  if (!SSO_ISSUER || !SSO_CLIENT_ID || !SSO_CLIENT_SECRET || !SSO_NAME) return null
  return {
    issuer: SSO_ISSUER,
    clientId: SSO_CLIENT_ID,
    clientSecret: SSO_CLIENT_SECRET,
    name: SSO_NAME,
    /**
     * What proves a second factor: one of these combinations, all of whose words are in `amr`, or one of these in `acr` or
     * `acrs`.
     */
    proofs: { amr: SSO_FACTOR_AMR, acr: SSO_FACTOR_ACR ?? [] },
  }
}
