import { ArrowLeft, ArrowRight } from 'lucide-react'
import { ButtonLink } from './button'

type Step = { href: string; label: string }
type Props = {
  /** Names the landmark, such as "Pages of the list". */
  label: string
  previous?: Step
  next?: Step
  /** Where one is, such as "51 to 100 of 230". */
  position?: string
}

/** Back and forth in a long list. */
export function Pager({ label, previous, next, position }: Props) {
  if (!previous && !next) return null
  return (
    <nav
      aria-label={label}
      className="print:hidden! grid grid-cols-2 items-center gap-4 pt-4 sm:flex sm:justify-between"
    >
      {previous ? (
        <ButtonLink href={previous.href} rel="prev" variant="secondary" className="justify-self-start">
          <ArrowLeft aria-hidden="true" /> {previous.label}
        </ButtonLink>
      ) : (
        <span />
      )}
      {position && <p className="order-last col-span-2 text-center text-soft sm:order-none">{position}</p>}
      {next ? (
        <ButtonLink href={next.href} rel="next" variant="secondary" className="justify-self-end">
          {next.label} <ArrowRight aria-hidden="true" />
        </ButtonLink>
      ) : (
        <span />
      )}
    </nav>
  )
}
