import { Fragment, type ReactNode } from 'react'
import { Button, Heading, Link, Section, Text } from 'react-email'
import { look } from './look'

type Inside = { children: ReactNode }

/** A paragraph. */
export const Words = ({ children }: Inside) => (
  <Text className="ink" style={look.text}>
    {children}
  </Text>
)

/** A paragraph that matters less. */
export const Aside = ({ children }: Inside) => (
  <Text className="soft" style={look.soft}>
    {children}
  </Text>
)

export const Title = ({ children }: Inside) => (
  <Heading as="h1" className="ink" style={look.heading}>
    {children}
  </Heading>
)

/** A link in running text. */
export const Anchor = ({ href, children }: Inside & { href: string }) => (
  <Link href={href} className="ink" style={look.link}>
    {children}
  </Link>
)

/** What the mail asks its reader to do: at most one in a mail. */
export const Act = ({ href, children }: Inside & { href: string }) => (
  <Section style={look.act}>
    <Button href={href} className="button" style={look.button}>
      {children}
    </Button>
  </Section>
)

/** A code to type, in its groups. */
export const Code = ({ children }: Inside) => (
  <Text className="ink panel" style={look.code}>
    {children}
  </Text>
)

/** Pairs of term and value, one below the other. */
export const Facts = ({ items }: { items: { term: string; value: ReactNode; number?: boolean }[] }) => (
  <Section className="line" style={look.facts}>
    {items.map(({ term, value, number }) => (
      <div key={term} className="line" style={look.fact}>
        <Text className="soft term" style={look.term}>
          {term}
        </Text>
        <Text className="ink value" style={number ? { ...look.value, ...look.number } : look.value}>
          {value}
        </Text>
      </div>
    ))}
  </Section>
)

/** What somebody wrote to the member, line by line. */
export const Quote = ({ term, children }: { term: string; children: string }) => (
  <Section className="panel" style={look.quote}>
    <Text className="soft term" style={look.term}>
      {term}
    </Text>
    <Text className="ink value" style={look.said}>
      {children.split('\n').map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: written once, never reordered
        <Fragment key={index}>
          {index > 0 && <br />}
          {line}
        </Fragment>
      ))}
    </Text>
  </Section>
)
