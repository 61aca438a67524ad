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
    <nav aria-label={label} className="no-print flex flex-wrap items-center justify-between gap-4 pt-4">
      {previous ? (
        <ButtonLink href={previous.href} rel="prev" variant="secondary">
          <ArrowLeft aria-hidden="true" /> {previous.label}
        </ButtonLink>
      ) : (
        <span />
      )}
      {position && <p className="text-soft">{position}</p>}
      {next ? (
        <ButtonLink href={next.href} rel="next" variant="secondary">
          {next.label} <ArrowRight aria-hidden="true" />
        </ButtonLink>
      ) : (
        <span />
      )}
    </nav>
  )
}
