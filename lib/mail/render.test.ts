import { describe, expect, test } from 'vitest'
import de from '@/lib/i18n/messages/de/mails.json'
import en from '@/lib/i18n/messages/en/mails.json'
import { LANGUAGES, type Language } from '@/lib/lists'
import { type PurchaseAskedFacts, purchaseAsked } from '@/lib/reviews/mails/purchase-asked'
import { samples } from '@/testing/mail-samples'
import type { RenderedMail } from './mail'
import { write } from './render'

Object.assign(process.env, {
  APP_URL: 'https://portal.example',
  AUTH_SECRET: 'only-for-tests-only-for-tests-only-for-tests',
  DATABASE_URL: 'postgres://nobody@localhost/nothing',
  DESK_DATABASE_URL: 'postgres://nobody@localhost/nothing',
  SMTP_URL: 'smtp://127.0.0.1:9',
  STORAGE_FOLDER: '/nowhere',
})

type Sample = (typeof samples)[number]

const each = LANGUAGES.flatMap((language) =>
  samples.map((sample) => [sample.name, language, sample] as const),
)
const renderSample = (sample: Sample, language: Language) => sample.write(language)
const sampleNamed = (name: string) => samples.find((sample) => sample.name === name) as Sample
const attributes = (html: string, name: string) =>
  [...html.matchAll(new RegExp(`\\s${name}="([^"]*)"`, 'g'))].map(([, value]) => value)

describe.each(each)('%s in %s', (_, language, sample) => {
  test('contains all facts in HTML and text, in its language', async () => {
    const mail = await renderSample(sample, language)
    for (const fact of factsOf(sample)) {
      expect(mail.text).toContain(fact)
      expect(plain(mail.html)).toContain(fact.replaceAll('\n', ' '))
    }
    expect(mail.html).toContain(`lang="${language}"`)
    expect(mail.html).toContain(`<title>${mail.subject}</title>`)
    expect(mail.text).toContain(language === 'de' ? 'Guten Tag' : 'Hello')
    expect(mail.subject.length).toBeLessThan(90)
  })

  test('has no missing value and no exclamation mark', async () => {
    const { subject, text } = await renderSample(sample, language)
    expect(`${subject}\n${text}`).not.toMatch(/[!{}]|undefined|null|mails\./)
  })

  test('has every link of its HTML in its text, all of them to the portal', async () => {
    const { html, text } = await renderSample(sample, language)
    const links = attributes(html, 'href')
    expect(links.length).toBeGreaterThan(0)
    for (const link of links) {
      expect(link).toMatch(/^https:\/\/portal\.example\//)
      expect(text).toContain(link)
    }
  })

  test('fetches nothing and runs nothing', async () => {
    const { html } = await renderSample(sample, language)
    expect(html).not.toMatch(/<(img|script|link|iframe|object|embed|form|video|audio|svg|base)\b/i)
    expect(html).not.toMatch(/\s(src|srcset|background|on\w+)=|url\(|@import|javascript:/i)
  })
})

describe('a sign-in mail', () => {
  test.each(['sign-in', 'sign-in-join', 'sign-in-already-member'])('%s has code and link', async (name) => {
    for (const language of LANGUAGES) {
      const { html, text } = await renderSample(sampleNamed(name), language)
      expect(text).toMatch(/^ABCD-EFGH$/m)
      expect(text).toContain('https://portal.example/sign-in/link/')
      expect(text).toContain('10 ')
      expect(html).toContain('ABCD-EFGH')
    }
  })

  test.each(['sign-in-no-account', 'sign-in-closed'])('%s has neither', async (name) => {
    for (const language of LANGUAGES) {
      const { html, text } = await renderSample(sampleNamed(name), language)
      expect(html + text).not.toMatch(/ABCD|sign-in\/link/)
    }
  })

  test('does not show its code in the list of mails or on a locked screen', async () => {
    const { subject, html } = await renderSample(sampleNamed('sign-in'), 'en')
    const preview = /data-skip-in-text="true"[^>]*>([^<]*)</.exec(html)?.[1]
    expect(preview).toContain('works once')
    expect(subject + preview).not.toContain('ABCD')
  })

  test('has about the same size in every variant', async () => {
    for (const language of LANGUAGES) {
      const mails = await Promise.all(
        ['sign-in', 'sign-in-join', 'sign-in-already-member', 'sign-in-no-account'].map((name) =>
          renderSample(sampleNamed(name), language),
        ),
      )
      const sizes = mails.map(({ html, text }: RenderedMail) => html.length + text.length)
      expect(Math.max(...sizes) / Math.min(...sizes)).toBeLessThan(1.25)
    }
  })
})

describe('a decision about a purchase', () => {
  test('mentions the new status and the new term only when there are any', async () => {
    const same = await renderSample(sampleNamed('purchase-verified'), 'en')
    const risen = await renderSample(sampleNamed('purchase-verified-risen'), 'en')
    expect(same.text).not.toMatch(/is now|anew/)
    expect(risen.text).toMatch(/Your status is now Silver/)
    expect(risen.text).toMatch(/your term has started anew/)
    expect(risen.text).toMatch(/Valid until\n22 November 2027/)
  })

  test('offers the appeal once', async () => {
    expect((await renderSample(sampleNamed('purchase-refused'), 'en')).text).toContain('You can appeal once')
    expect((await renderSample(sampleNamed('purchase-refused-finally'), 'en')).text).not.toContain(
      'You can appeal once',
    )
  })

  test('shows markup written by a reviewer as text', async () => {
    const facts = sampleNamed('purchase-asked').facts as PurchaseAskedFacts
    const answer = { reason: 'Unreadable', sentence: '<a href="https://evil.example">Look</a> & see' }
    const { html, text } = await write(purchaseAsked, 'en', { ...facts, answer })
    expect(attributes(html, 'href').join(' ')).not.toContain('evil')
    expect(text).toContain('<a href="https://evil.example">Look</a> & see')
  })
})

test('the mail to a new address, which may be a stranger’s, reveals nothing about the member', async () => {
  for (const language of LANGUAGES) {
    const { subject, html, text } = await renderSample(sampleNamed('email-change-new'), language)
    expect(subject + html + text).not.toContain('Maximiliane-Friederike')
  }
})

test('both languages have the same texts, with the same placeholders', () => {
  expect(textsByPath(de).map(([key]) => key)).toEqual(textsByPath(en).map(([key]) => key))
  expect(textsByPath(de).map(placeholders)).toEqual(textsByPath(en).map(placeholders))
})

/** Every text of a message file with its path. */
const textsByPath = (messages: typeof en) =>
  Object.entries(messages).flatMap(([group, texts]) =>
    Object.entries(texts).map(([key, text]) => [`${group}.${key}`, text] as const),
  )
const placeholders = ([key, text]: readonly [string, string]) =>
  `${key}: ${[...text.matchAll(/\{\w+\}|<\/?\w+>/g)].map(String).sort()}`

/** The strings among the facts that must appear in the mail: not the paths, which are in links, nor our own keys. */
function factsOf({ facts }: Sample): string[] {
  const words = JSON.parse(JSON.stringify(facts), (key, value) =>
    /^(at|change|path|variant|kind|role|status|risenTo|number|granted|startsOn|expiresOn|effectiveFrom|expiresAt|validUntil|until|stage|dueAt|what)$/.test(
      key,
    ) && typeof value === 'string'
      ? undefined
      : value,
  )
  return strings(words)
}

const strings = (value: unknown): string[] =>
  typeof value === 'string'
    ? [value]
    : value && typeof value === 'object'
      ? Object.values(value).flatMap(strings)
      : []

/** The text of a page without its tags. */
const plain = (html: string) =>
  html
    .replace(/<br\/?>/g, ' ')
    .replace(/<[^>]+>/g, '')
    .replaceAll('&#x27;', '’')
