'use server'

import { revalidatePath } from 'next/cache'
import { getTranslations } from 'next-intl/server'
import type { z } from 'zod'
import type { Admin } from '@/lib/actor'
import * as countries from '@/lib/countries/commands/change'
import { CountryEnding, CountryId, CountryOpening, CountryOperator } from '@/lib/countries/input'
import { submit } from '@/lib/forms'
import type { FormState } from '@/lib/forms-state'
import { requireAdmin } from '@/lib/identity/session'

export const openCountry = async (_: FormState, data: FormData) =>
  run(CountryOpening, data, 'opened', (admin, input) => countries.openCountry(admin, input, new Date()))

export const endCountry = async (_: FormState, data: FormData) =>
  run(CountryEnding, data, 'endSaved', (admin, input) => countries.endCountry(admin, input, new Date()))

export const takeBack = async (_: FormState, data: FormData) =>
  run(CountryId, data, 'takenBack', (admin, { code }) =>
    countries.withdrawCountryChange(admin, code, new Date()),
  )

export const nameOperator = async (_: FormState, data: FormData) =>
  run(CountryOperator, data, 'operatorSaved', (admin, input) =>
    countries.nameOperator(admin, input, new Date()),
  )

type Said = 'opened' | 'endSaved' | 'takenBack' | 'operatorSaved'

/** Who, parse, command; the list and the country are read again, and `said` says that it went well. */
async function run<T extends z.ZodType>(
  schema: T,
  data: FormData,
  said: Said,
  command: (admin: Admin, input: z.output<T>) => Promise<void>,
) {
  const admin = await requireAdmin()
  return submit(schema, data, async (input) => {
    await command(admin, input)
    revalidatePath('/staff/admin/programme/countries', 'layout')
    return { done: (await getTranslations('countries'))(said) }
  })
}
