import { textOf } from '@/lib/text-of'
import 'server-only'
import { headers } from 'next/headers'
import { getTranslations } from 'next-intl/server'
import type { z } from 'zod'
import { Refusal } from '@/lib/errors'
import type { FormState } from '@/lib/forms-state'
import { isSameOrigin } from '@/lib/origin'
import { onBehalfOf } from '@/lib/request-id'

/**
 * Steps two to four of an action: parse with `schema`, run the command, continue. Field errors and Refusals come back as
 * sentences in the reader's language with everything that was typed; other errors pass through.
 */
export async function submit<T extends z.ZodType>(
  schema: T,
  data: FormData,
  run: (input: z.output<T>) => Promise<FormState> | Promise<void>,
): Promise<FormState> {
  const requestHeaders = await headers()
  if (!isSameOrigin(requestHeaders)) return refusalState(new Refusal('otherSite'), data)
  const parsed = schema.safeParse(fromForm(data))
  if (!parsed.success) return { errors: await errorTexts(parsed.error), values: typedValues(data) }
  try {
    const id = requestHeaders.get('x-request-id') ?? undefined
    return (await onBehalfOf(id, () => run(parsed.data))) ?? undefined
  } catch (error) {
    if (error instanceof Refusal) return refusalState(error, data)
    throw error
  }
}

/** The sentence of a Refusal, in the reader's language. */
async function refusalText(refusal: Refusal): Promise<string> {
  const t = await getTranslations('refusals')
  return textOf(t, refusal.reason, refusal.reason, refusal.values)
}

async function refusalState(refusal: Refusal, data: FormData): Promise<FormState> {
  const text = await refusalText(refusal)
  const values = typedValues(data)
  if (refusal.reason === 'stepUp') return { message: text, values, stepUp: true }
  return refusal.field ? { errors: { [refusal.field]: text }, values } : { message: text, values }
}

async function errorTexts(error: z.ZodError): Promise<Record<string, string>> {
  const t = await getTranslations('errors')
  const texts: Record<string, string> = {}
  for (const issue of error.issues) {
    texts[issue.path.join('.')] ??= textOf(t, issue.message, t('invalid'))
  }
  return texts
}

/** One value per name, or a list where a name occurs more than once; leaves out React's own fields and files. */
function fromForm(data: FormData): Record<string, string | string[]> {
  const values: Record<string, string | string[]> = {}
  for (const name of new Set(data.keys())) {
    if (name.startsWith('$ACTION')) continue
    const all = data.getAll(name).filter((value) => typeof value === 'string')
    values[name] = all.length > 1 ? all : (all[0] ?? '')
  }
  return values
}

const typedValues = fromForm
