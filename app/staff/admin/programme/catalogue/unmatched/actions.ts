'use server'

import { ignoreUnmatched, nameProduct } from '@/lib/catalogue/commands/unmatched'
import { IgnoredText, ProductNaming } from '@/lib/catalogue/input'
import { adminAction, revalidateAndRedirect } from '../../../admin-action'

const CATALOGUE = '/staff/admin/programme/catalogue'

export const nameUnmatchedText = adminAction(ProductNaming, nameProduct, (_, { product }) =>
  backToList({ done: 'named', product }),
)

export const ignoreUnmatchedText = adminAction(
  IgnoredText,
  (admin, { key }, at) => ignoreUnmatched(admin, key, at),
  () => backToList({ done: 'ignored' }),
)

function backToList(question: { done: 'named' | 'ignored'; product?: string }): never {
  revalidateAndRedirect(CATALOGUE, `${CATALOGUE}/unmatched`, question)
}
