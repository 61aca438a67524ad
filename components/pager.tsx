import { ArrowLeft, ArrowRight } from 'lucide-react'
import { type Query, withQuery } from '@/lib/addresses'
import { ButtonLink } from './button'

type List = {
  /** Names the landmark, such as "Pages of the list". */
  label: string
  /** The list's page, and the filter that all its pages keep. */
  path: string
  question?: Query
  /** The labels of both links. */
  previous: string
  next: string
}
type NumberedProps = List & {
  page: number
  more: boolean
  /** The parameter of the page number, where a page has two lists. */
  name?: string
  /** The current position, such as "51 to 100 of 230". */
  position?: string
  /** The anchor of the list on its page. */
  hash?: string
}

/** Pagination by page number. */
export function NumberedPager({
  path,
  question,
  page,
  more,
  name = 'page',
  hash = '',
  ...words
}: NumberedProps) {
  const href = (to: number) => withQuery(path, { ...question, [name]: to }) + hash
  return (
    <Pager {...words} back={page > 1 ? href(page - 1) : undefined} on={more ? href(page + 1) : undefined} />
  )
}

type FollowingProps = List & {
  /** The parameter of the row before this page; `last` is the one before the next page. */
  name: 'before' | 'after'
  last?: string | number
}

/** Pagination by cursor: on from the last row, or back to the beginning. */
export function FollowingPager({ path, question = {}, name, last, ...words }: FollowingProps) {
  return (
    <Pager
      {...words}
      back={question[name] ? withQuery(path, { ...question, [name]: undefined }) : undefined}
      on={last ? withQuery(path, { ...question, [name]: last }) : undefined}
    />
  )
}

type Links = Pick<NumberedProps, 'label' | 'previous' | 'next' | 'position'> & { back?: string; on?: string }

function Pager({ label, previous, next, position, back, on }: Links) {
  if (!back && !on) return null
  return (
    <nav
      aria-label={label}
      className="print:hidden! grid grid-cols-2 items-center gap-4 pt-4 sm:flex sm:justify-between"
    >
      {back ? (
        <ButtonLink href={back} rel="prev" variant="secondary" className="justify-self-start">
          <ArrowLeft aria-hidden="true" /> {previous}
        </ButtonLink>
      ) : (
        <span />
      )}
      {position && <p className="order-last col-span-2 text-center text-soft sm:order-none">{position}</p>}
      {on ? (
        <ButtonLink href={on} rel="next" variant="secondary" className="justify-self-end">
          {next} <ArrowRight aria-hidden="true" />
        </ButtonLink>
      ) : (
        <span />
      )}
    </nav>
  )
}
