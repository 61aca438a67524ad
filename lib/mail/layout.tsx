import type { ReactNode } from 'react'
import { Container, Head, Html, Preview, Section, Text } from 'react-email'
import type { MailContext } from './context'
import { darkColours, styles } from './look'
import { Anchor, Paragraph, Title } from './parts'

type Props = {
  voice: MailContext
  subject: string
  preview: string
  heading: string
  /** Their first name, if we are sure whose mailbox it is. */
  firstName?: string
  children: ReactNode
}

/** The layout of every mail. */
export function Layout({ voice, subject, preview, heading, firstName, children }: Props) {
  const { t, language } = voice
  return (
    <Html lang={language}>
      <Head>
        <title>{subject}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <meta name="format-detection" content="telephone=no, date=no, address=no, email=no" />
        <style>{darkColours}</style>
      </Head>
      <Preview useTitleTag={false}>{preview}</Preview>
      <body lang={language} className="paper" style={styles.body}>
        <Container className="paper" style={styles.page}>
          <WordMark />
          <Title>{heading}</Title>
          <Paragraph>{firstName ? t('shared.greeting', { firstName }) : t('shared.greetingPlain')}</Paragraph>
          {children}
          <Footer voice={voice} />
        </Container>
      </body>
    </Html>
  )
}

/** The word mark, in text, as on the pages. */
const WordMark = () => (
  <Text className="ink" style={styles.mark} data-skip-in-text>
    <span style={styles.markLumix}>LUMIX</span>
    <span style={styles.markDot}>●</span>
    <span style={styles.markPro}>PRO</span>
  </Text>
)

function Footer({ voice: { t, contact, link } }: { voice: MailContext }) {
  const address = () => <Anchor href={`mailto:${contact}`}>{contact}</Anchor>
  return (
    <Section className="line" style={styles.foot}>
      <Text className="soft" style={styles.small}>
        {contact ? t.rich('shared.contact', { contact: address }) : t('shared.noReply')}
      </Text>
      <Text className="soft" style={styles.small}>
        {t('shared.sender')}
      </Text>
      <Text className="soft" style={styles.small}>
        <Anchor href={link('/privacy')}>{t('shared.privacy')}</Anchor>
      </Text>
    </Section>
  )
}
