import { Fragment, type ReactNode } from 'react'
import { Button, Heading, Link, Section, Text } from 'react-email'
import { styles } from './look'

type Inside = { children: ReactNode }

/** A paragraph. */
export const Paragraph = ({ children }: Inside) => (
  <Text className="ink" style={styles.text}>
    {children}
  </Text>
)

/** A paragraph that matters less. */
export const Aside = ({ children }: Inside) => (
  <Text className="soft" style={styles.soft}>
    {children}
  </Text>
)

export const Title = ({ children }: Inside) => (
  <Heading as="h1" className="ink" style={styles.heading}>
    {children}
  </Heading>
)

/** A link in running text. */
export const Anchor = ({ href, children }: Inside & { href: string }) => (
  <Link href={href} className="ink" style={styles.link}>
    {children}
  </Link>
)

/** What the mail asks its reader to do: at most one in a mail. */
export const ActionButton = ({ href, children }: Inside & { href: string }) => (
  <Section style={styles.act}>
    <Button href={href} className="button" style={styles.button}>
      {children}
    </Button>
  </Section>
)

/** A code to type, in its groups. */
export const Code = ({ children }: Inside) => (
  <Text className="ink panel" style={styles.code}>
    {children}
  </Text>
)

/** Pairs of term and value, one below the other. */
export const Facts = ({ items }: { items: { term: string; value: ReactNode; number?: boolean }[] }) => (
  <Section className="line" style={styles.facts}>
    {items.map(({ term, value, number }) => (
      <div key={term} className="line" style={styles.fact}>
        <Text className="soft term" style={styles.term}>
          {term}
        </Text>
        <Text className="ink value" style={number ? { ...styles.value, ...styles.number } : styles.value}>
          {value}
        </Text>
      </div>
    ))}
  </Section>
)

/** What somebody wrote to the member, line by line. */
export const Quote = ({ term, children }: { term: string; children: string }) => (
  <Section className="panel" style={styles.quote}>
    <Text className="soft term" style={styles.term}>
      {term}
    </Text>
    <Text className="ink value" style={styles.said}>
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
