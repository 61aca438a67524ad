import 'server-only'
import { getTranslations } from 'next-intl/server'
import { MAX_LINES } from '@/lib/registrations/input'
import type { CheckedLine } from '@/lib/registrations/queries/draft'

/** A line for its form: what was typed, and how its model was understood. */
export type LineView = Awaited<ReturnType<typeof lineView>>

export async function lineView({ typed, product, choices, maker, own }: CheckedLine) {
  const t = await getTranslations('registrations.new')
  return {
    ...typed,
    product: product && {
      id: product.id,
      name: product.name,
      modelNumber: product.modelNumber,
      qualifying: product.qualifying,
    },
    choices: choices.map(({ id, name, modelNumber }) => ({ value: id, label: name, hint: modelNumber })),
    maker: maker && t('thirdParty', { maker }),
    own: own && { href: `/account/registrations/${own.id}`, label: t('seeOwn') },
  }
}

export type FormWords = Awaited<ReturnType<typeof formTexts>>

/** The texts of the client-side form: placeholders such as `{number}` are filled in there. */
export async function formTexts() {
  const t = await getTranslations('registrations')
  return {
    line: t('new.line', { number: '{number}' }),
    model: t('new.model'),
    modelHint: t('new.modelHint'),
    serial: t('serial'),
    serialHint: t('new.serialHint'),
    serialOdd: t('new.serialOdd'),
    purchasedOn: t('purchasedOn'),
    dealer: t('dealer'),
    dealerHint: t('new.dealerHint'),
    add: t('new.add'),
    addFull: t('new.addFull', { most: MAX_LINES }),
    remove: t('new.remove'),
    removeLine: t('new.removeLine', { number: '{number}' }),
    toInvoice: t('new.toInvoice'),
    later: t('new.later'),
    saves: t('new.saves'),
    saved: t('new.saved'),
    notSaved: t('new.notSaved'),
    whichOne: t('new.whichOne'),
    finder: {
      found: t('new.found', { name: '{name}', modelNumber: '{modelNumber}' }),
      countsNot: t('new.countsNot'),
      thirdParty: t('new.thirdParty', { maker: '{maker}' }),
      matches: t('new.matches', { count: '{count}' }),
      noMatch: t('new.noMatch'),
      suggestions: t('new.suggestions'),
    },
  }
}
