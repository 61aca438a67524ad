import { z } from 'zod'
import { PRODUCT_KINDS } from '@/lib/lists'
import { isCalendarDate } from '@/lib/time'
import { QUALIFYING_STATES } from './counting'
import { spellingKey } from './rules'

export const MAX_ALIASES = 20

const tidy = (typed: string) => typed.replace(/\s+/g, ' ').trim()

/** One line of text. It may not begin with an apostrophe, which a spreadsheet takes for its own. */
const words = (most: number) =>
  z
    .string('required')
    .transform(tidy)
    .pipe(
      z
        .string()
        .min(1, { error: 'required', abort: true })
        .max(most, { error: 'tooLong', abort: true })
        .refine((text) => !/[\p{Cc}\p{Cs}]/u.test(text) && !text.startsWith("'"), 'plainText'),
    )

/** A text that names a product: something must be left of it when it is compared. */
const spelling = (most: number) => words(most).refine((text) => spellingKey(text) !== '', 'spelling')

const Alias = spelling(60).refine((text) => !text.includes('|'))

/** Other names, each once. Any that can't be one is a problem of the whole list. */
const Aliases = z
  .array(z.string())
  .transform((typed) => [...new Set(typed.map(tidy).filter(Boolean))])
  .pipe(
    z
      .array(z.string())
      .max(MAX_ALIASES, { error: 'tooManyAliases', abort: true })
      .refine((aliases) => aliases.every((one) => Alias.safeParse(one).success), 'alias'),
  )

const Day = z
  .string()
  .trim()
  .transform((typed) => typed || null)
  .pipe(z.string().refine(isCalendarDate, 'date').nullable())

/** What an admin says about a product, in the form or in a line of a file. Messages are keys of `errors`. */
export const ProductFacts = z
  .object({
    modelNumber: spelling(40),
    name: spelling(80),
    kind: z.enum(PRODUCT_KINDS, 'kind'),
    mount: words(40),
    aliases: Aliases,
    qualifyingFrom: Day,
    qualifyingTo: Day,
    source: words(80),
  })
  .superRefine(({ qualifyingFrom: from, qualifyingTo: to }, ctx) => {
    if (to !== null && from === null)
      ctx.addIssue({ code: 'custom', message: 'toWithoutFrom', path: ['qualifyingTo'] })
    else if (to !== null && from !== null && to < from)
      ctx.addIssue({ code: 'custom', message: 'toBeforeFrom', path: ['qualifyingTo'] })
  })
export type ProductFacts = z.output<typeof ProductFacts>

/** What the list of mounts gives for one that is not on it. */
export const OTHER_MOUNT = 'other'

/** The form: other names a line each, and a mount from the list or in the field beside it. */
const fromForm = (form: unknown) => {
  const { aliases = '', mount, otherMount, typedAs, ...rest } = form as Record<string, string>
  const named = {
    ...rest,
    aliases: aliases.split(/\r?\n/),
    mount: mount === OTHER_MOUNT ? otherMount : mount,
  }
  return typedAs ? foundAs(named, typedAs) : named
}

/** Whatever the admin made of a text that members typed: it finds the product from now on. */
function foundAs<T extends { aliases: string[]; modelNumber?: string; name?: string }>(
  product: T,
  typed: string,
): T {
  const { modelNumber = '', name = '', aliases } = product
  const isThere = [modelNumber, name, ...aliases].some((one) => spellingKey(one) === spellingKey(typed))
  return isThere ? product : { ...product, aliases: [...aliases, typed] }
}

export const NewProduct = z.preprocess(fromForm, ProductFacts)
export const ProductChange = z.preprocess(
  fromForm,
  ProductFacts.and(z.object({ id: z.uuid('invalid'), version: z.coerce.number().int().positive() })),
)
const Key = z.string().regex(/^[a-z0-9]{2,60}$/, 'invalid')

/** A text that members typed in vain is another name of a product, or is put aside. */
export const ProductNaming = z.object({ key: Key, product: z.uuid('invalid') })
export const IgnoredText = z.object({ key: Key })

/** A file that was looked at, as it was shown. */
export const Import = z.object({
  id: z.uuid('invalid'),
  sha256: z.string().regex(/^[0-9a-f]{64}$/, 'invalid'),
  version: z.coerce.number().int().positive(),
})

export const ProductId = z.object({ id: z.uuid('invalid') })

const typed = z.string().trim().max(100).catch('').default('')

/** What the list is asked for by its address; what is malformed is not asked for. */
export const CatalogueFilter = z.object({
  q: typed,
  kind: z.enum(PRODUCT_KINDS).optional().catch(undefined),
  mount: typed,
  state: z.enum(QUALIFYING_STATES).optional().catch(undefined),
})
export type CatalogueFilter = z.output<typeof CatalogueFilter>
