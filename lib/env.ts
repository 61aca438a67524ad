import { z } from 'zod'

const postgres = z.url({ protocol: /^postgres(ql)?$/ })
const optional = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema.optional())

const Settings = z.object({
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
})

export const settingNames = Object.keys(Settings.shape)

export type Env = z.infer<typeof Settings>

let settings: Env | undefined

/** The validated settings. Throws one sentence that names each missing or wrong one; asked first when the server starts. */
export function env(): Env {
  settings ??= readSettings(process.env)
  return settings
}

/** Validates any set of variables; `env()` and the tests use it. */
export function readSettings(variables: Record<string, string | undefined>): Env {
  const parsed = Settings.safeParse(variables)
  if (parsed.success) return parsed.data
  const wrong = parsed.error.issues.map(({ path, message }) => {
    const name = String(path[0])
    return variables[name] ? `${name} is wrong (${message})` : `${name} is missing`
  })
  throw new Error(`Settings: ${wrong.join('; ')}. See .env.example for what each one means.`)
}
