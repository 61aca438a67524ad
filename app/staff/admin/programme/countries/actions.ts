'use server'

import { revalidatePath } from 'next/cache'
import { getTranslations } from 'next-intl/server'
import * as countries from '@/lib/countries/commands/change'
import { CountryEnding, CountryId, CountryOpening, CountryOperator } from '@/lib/countries/input'
import { adminAction } from '../../admin-action'

export const openCountry = adminAction(CountryOpening, countries.openCountry, () => stay('opened'))

export const endCountry = adminAction(CountryEnding, countries.endCountry, () => stay('endSaved'))

export const withdrawCountryChange = adminAction(
  CountryId,
  (admin, { code }, at) => countries.withdrawCountryChange(admin, code, at),
  () => stay('takenBack'),
)

export const nameOperator = adminAction(CountryOperator, countries.nameOperator, () => stay('operatorSaved'))

async function stay(done: 'opened' | 'endSaved' | 'takenBack' | 'operatorSaved') {
  revalidatePath('/staff/admin/programme/countries', 'layout')
  return { done: (await getTranslations('countries'))(done) }
}
