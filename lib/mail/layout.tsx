import type { ReactNode } from 'react'
import { Container, Head, Html, Preview, Section, Text } from 'react-email'
import { darkColours, look } from './look'
import { Anchor, Title, Words } from './parts'
import type { Voice } from './voice'

type Props = {
  voice: Voice
  subject: string
  preview: string
  heading: string
  /** Their first name, where we are sure whose mailbox it is. */
  firstName?: string
  children: ReactNode
}

/** The page every mail is written on. */
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
      <body lang={language} className="paper" style={look.body}>
        <Container className="paper" style={look.page}>
          <WordMark />
          <Title>{heading}</Title>
          <Words>{firstName ? t('shared.greeting', { firstName }) : t('shared.greetingPlain')}</Words>
          {children}
          <Foot voice={voice} />
        </Container>
      </body>
    </Html>
  )
}

/** The name, set in type, as on the pages. */
const WordMark = () => (
  <Text className="ink" style={look.mark} data-skip-in-text>
    <span style={look.markLumix}>LUMIX</span>
    <span style={look.markDot}>●</span>
    <span style={look.markPro}>PRO</span>
  </Text>
)

function Foot({ voice: { t, contact, link } }: { voice: Voice }) {
  const address = () => <Anchor href={`mailto:${contact}`}>{contact}</Anchor>
  return (
    <Section className="line" style={look.foot}>
      <Text className="soft" style={look.small}>
        {contact ? t.rich('shared.contact', { contact: address }) : t('shared.noReply')}
      </Text>
      <Text className="soft" style={look.small}>
        {t('shared.sender')}
      </Text>
      <Text className="soft" style={look.small}>
        <Anchor href={link('/privacy')}>{t('shared.privacy')}</Anchor>
      </Text>
    </Section>
  )
}
