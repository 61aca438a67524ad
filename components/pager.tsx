import { ArrowLeft, ArrowRight } from 'lucide-react'
import { type Query, withQuery } from '@/lib/addresses'
import { ButtonLink } from './button'

type List = {
  /** Names the landmark, such as "Pages of the list". */
  label: string
  /** The list's page, and the filter that all its pages keep. */
  path: string
  question?: Query
  /** The words of both links. */
  previous: string
  next: string
}
type Numbered = List & {
  page: number
  more: boolean
  /** What the page's number is called in the address, where a page has two lists. */
  name?: string
  /** Where one is, such as "51 to 100 of 230". */
  position?: string
  /** The place on the page that holds the list. */
  hash?: string
}

/** The way through a list whose pages have numbers. */
export function NumberedPager({ path, question, page, more, name = 'page', hash = '', ...words }: Numbered) {
  const href = (to: number) => withQuery(path, { ...question, [name]: to }) + hash
  return (
    <Pager {...words} back={page > 1 ? href(page - 1) : undefined} on={more ? href(page + 1) : undefined} />
  )
}

type Following = List & {
  /** The row that this page follows on, and the one the next would follow on, as the address names it. */
  name: 'before' | 'after'
  last?: string | number
}

/** The way through a list whose pages follow on a row: on from the last one, or back to the beginning. */
export function FollowingPager({ path, question = {}, name, last, ...words }: Following) {
  return (
    <Pager
      {...words}
      back={question[name] ? withQuery(path, { ...question, [name]: undefined }) : undefined}
      on={last ? withQuery(path, { ...question, [name]: last }) : undefined}
    />
  )
}

type Links = Pick<Numbered, 'label' | 'previous' | 'next' | 'position'> & { back?: string; on?: string }

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
