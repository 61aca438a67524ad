import { paths } from '@/lib/addresses'
import type { Template } from '@/lib/mail/mail'
import { ActionButton, Aside, Code, Paragraph } from '@/lib/mail/parts'

/**
 * The variants of the sign-in mail: chosen when it is sent, so that the page responds the same to known and unknown addresses.
 * Only the mailbox reveals whether there is an account.
 */
export type SignInFacts =
  | { variant: 'signIn' | 'join' | 'alreadyMember'; firstName?: string; code: string; path: `/${string}` }
  | { variant: 'noAccount' | 'closed' }

export const signIn: Template<SignInFacts> = (facts, voice) => {
  if ('code' in facts) return withCode(facts, voice)
  return facts.variant === 'closed' ? closed(facts, voice) : noAccount(facts, voice)
}

const withCode: Template<Extract<SignInFacts, { code: string }>> = (facts, { t, link, host }) => {
  const { variant, firstName, code, path } = facts
  return {
    subject: t(`${variant}.subject`),
    preview: t('signIn.life'),
    heading: t(`${variant}.heading`),
    firstName,
    body: (
      <>
        {variant === 'alreadyMember' && <Paragraph>{t('alreadyMember.intro')}</Paragraph>}
        <Paragraph>{t(`${variant}.typeIt`)}</Paragraph>
        <Code>{code}</Code>
        <Paragraph>{t('signIn.link')}</Paragraph>
        <ActionButton href={link(path)}>
          {t(variant === 'join' ? 'join.button' : 'signIn.button')}
        </ActionButton>
        <Paragraph>{t('signIn.life')}</Paragraph>
        <Aside>{t('signIn.careful', { host })}</Aside>
        <Aside>{t(variant === 'join' ? 'join.notYou' : 'signIn.notYou')}</Aside>
      </>
    ),
  }
}

const noAccount: Template<object> = (_, { t, link }) => ({
  subject: t('noAccount.subject'),
  preview: t('noAccount.heading'),
  heading: t('noAccount.heading'),
  body: (
    <>
      <Paragraph>{t('noAccount.intro')}</Paragraph>
      <Paragraph>{t('noAccount.otherAddress')}</Paragraph>
      <Paragraph>{t('noAccount.join')}</Paragraph>
      <ActionButton href={link(paths.join)}>{t('noAccount.button')}</ActionButton>
      <Aside>{t('noAccount.notYou')}</Aside>
    </>
  ),
})

const closed: Template<object> = (_, { t }) => ({
  subject: t('closed.subject'),
  preview: t('closed.heading'),
  heading: t('closed.heading'),
  body: (
    <>
      <Paragraph>{t('closed.intro')}</Paragraph>
      <Paragraph>{t('closed.next')}</Paragraph>
      <Aside>{t('closed.notYou')}</Aside>
    </>
  ),
})
