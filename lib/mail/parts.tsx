import { Fragment, type ReactNode } from 'react'
import { Button, Heading, Link, Section, Text } from 'react-email'
import { styles } from './look'

type ChildrenProps = { children: ReactNode }

export const Paragraph = ({ children }: ChildrenProps) => (
  <Text className="ink" style={styles.text}>
    {children}
  </Text>
)

/** A less important paragraph. */
export const Aside = ({ children }: ChildrenProps) => (
  <Text className="soft" style={styles.soft}>
    {children}
  </Text>
)

export const Title = ({ children }: ChildrenProps) => (
  <Heading as="h1" className="ink" style={styles.heading}>
    {children}
  </Heading>
)

/** An inline link. */
export const Anchor = ({ href, children }: ChildrenProps & { href: string }) => (
  <Link href={href} className="ink" style={styles.link}>
    {children}
  </Link>
)

/** The mail's call to action: at most one per mail. */
export const ActionButton = ({ href, children }: ChildrenProps & { href: string }) => (
  <Section style={styles.action}>
    <Button href={href} className="button" style={styles.button}>
      {children}
    </Button>
  </Section>
)

/** A code to type, grouped. */
export const Code = ({ children }: ChildrenProps) => (
  <Text className="ink panel" style={styles.code}>
    {children}
  </Text>
)

/** A list of terms and values. */
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
    <Text className="ink value" style={styles.quoted}>
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
