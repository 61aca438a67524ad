import { z } from 'zod'
import { PRODUCT_KINDS } from '@/lib/lists'
import { isCalendarDate } from '@/lib/time'
import { QUALIFYING_STATES } from './counting'
import { spellingKey } from './rules'

export const MAX_ALIASES = 20

const tidy = (typed: string) => typed.replace(/\s+/g, ' ').trim()

/** One line of text. It may not begin with an apostrophe, which a spreadsheet treats as its own. */
const line = (max: number) =>
  z
    .string('required')
    .transform(tidy)
    .pipe(
      z
        .string()
        .min(1, { error: 'required', abort: true })
        .max(max, { error: 'tooLong', abort: true })
        .refine((text) => !/[\p{Cc}\p{Cs}]/u.test(text) && !text.startsWith("'"), 'plainText'),
    )

/** A text that names a product: its spelling key must not be empty. */
const spelling = (max: number) => line(max).refine((text) => spellingKey(text) !== '', 'spelling')

const Alias = spelling(60).refine((text) => !text.includes('|'))

/** Aliases, each once. An invalid one is an error of the whole list. */
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

/** A product's data as entered by an admin, in the form or in a row of a file. Messages are keys of `errors`. */
export const ProductFacts = z
  .object({
    modelNumber: spelling(40),
    name: spelling(80),
    kind: z.enum(PRODUCT_KINDS, 'kind'),
    mount: line(40),
    aliases: Aliases,
    qualifyingFrom: Day,
    qualifyingTo: Day,
    source: line(80),
  })
  .superRefine(({ qualifyingFrom: from, qualifyingTo: to }, ctx) => {
    if (to !== null && from === null)
      ctx.addIssue({ code: 'custom', message: 'toWithoutFrom', path: ['qualifyingTo'] })
    else if (to !== null && from !== null && to < from)
      ctx.addIssue({ code: 'custom', message: 'toBeforeFrom', path: ['qualifyingTo'] })
  })
export type ProductFacts = z.output<typeof ProductFacts>

/** The value in the list of mounts for one that is not listed. */
export const OTHER_MOUNT = 'other'

/** Maps the form: one alias per line, and a mount from the list or from the field beside it. */
const fromForm = (form: unknown) => {
  const { aliases = '', mount, otherMount, typedAs, ...rest } = form as Record<string, string>
  const named = {
    ...rest,
    aliases: aliases.split(/\r?\n/),
    mount: mount === OTHER_MOUNT ? otherMount : mount,
  }
  return typedAs ? withAlias(named, typedAs) : named
}

/** Adds the text that members typed as an alias, unless the product already has that spelling. */
function withAlias<T extends { aliases: string[]; modelNumber?: string; name?: string }>(
  product: T,
  typed: string,
): T {
  const { modelNumber = '', name = '', aliases } = product
  const isPresent = [modelNumber, name, ...aliases].some((one) => spellingKey(one) === spellingKey(typed))
  return isPresent ? product : { ...product, aliases: [...aliases, typed] }
}

export const NewProduct = z.preprocess(fromForm, ProductFacts)
export const ProductChange = z.preprocess(
  fromForm,
  ProductFacts.and(z.object({ id: z.uuid('invalid'), version: z.coerce.number().int().positive() })),
)
const Key = z.string().regex(/^[a-z0-9]{2,60}$/, 'invalid')

/** An unmatched text becomes an alias of a product, or is dismissed. */
export const ProductNaming = z.object({ key: Key, product: z.uuid('invalid') })
export const IgnoredText = z.object({ key: Key })

/** An import file, as it was previewed. */
export const Import = z.object({
  id: z.uuid('invalid'),
  sha256: z.string().regex(/^[0-9a-f]{64}$/, 'invalid'),
  version: z.coerce.number().int().positive(),
})

export const ProductId = z.object({ id: z.uuid('invalid') })

const typed = z.string().trim().max(100).catch('').default('')

/** The list's filter from its address; malformed values are ignored. */
export const CatalogueFilter = z.object({
  q: typed,
  kind: z.enum(PRODUCT_KINDS).optional().catch(undefined),
  mount: typed,
  state: z.enum(QUALIFYING_STATES).optional().catch(undefined),
})
export type CatalogueFilter = z.output<typeof CatalogueFilter>
