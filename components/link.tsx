import NextLink from 'next/link'
import type { ComponentProps } from 'react'

/** A link to one of our pages. Pages are rendered on request, so a prefetch would bring nothing of them and cost two requests a link. */
export default function Link(props: Omit<ComponentProps<typeof NextLink>, 'prefetch'>) {
  return <NextLink {...props} prefetch={false} />
}
