'use server'

import { revalidatePath } from 'next/cache'
import { getTranslations } from 'next-intl/server'
import * as countries from '@/lib/countries/commands/change'
import { Ending, OneCountry, Opening, Operator } from '@/lib/countries/input'
import { adminAction } from '../../admin-action'

export const openCountry = adminAction(Opening, countries.openCountry, () => stay('opened'))

export const endCountry = adminAction(Ending, countries.endCountry, () => stay('endSaved'))

export const takeBack = adminAction(
  OneCountry,
  (admin, { code }, at) => countries.takeBack(admin, code, at),
  () => stay('takenBack'),
)

export const nameOperator = adminAction(Operator, countries.nameOperator, () => stay('operatorSaved'))

async function stay(done: 'opened' | 'endSaved' | 'takenBack' | 'operatorSaved') {
  revalidatePath('/staff/admin/programme/countries', 'layout')
  return { done: (await getTranslations('countries'))(done) }
}
