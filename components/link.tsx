import NextLink from 'next/link'
import type { ComponentProps } from 'react'

/** A link to one of our pages. Pages are made on request, so fetching ahead would bring nothing of them, at two requests a link. */
export default function Link(props: Omit<ComponentProps<typeof NextLink>, 'prefetch'>) {
  return <NextLink {...props} prefetch={false} />
}
