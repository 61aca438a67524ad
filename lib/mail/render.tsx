import { render as renderHtml, toPlainText } from 'react-email'
import type { Language } from '@/lib/lists'
import { mailContext } from './context'
import { Layout } from './layout'
import type { RenderedMail, Template } from './mail'

/** Renders a mail: subject, HTML, and plain text with the same content and links for programs that show no HTML. */
export async function write<F>(template: Template<F>, language: Language, facts: F): Promise<RenderedMail> {
  const voice = mailContext(language)
  const { body, ...head } = template(facts, voice)
  const page = (
    <Layout voice={voice} {...head}>
      {body}
    </Layout>
  )
  const html = await renderHtml(page)
  return { subject: head.subject, html, text: toPlainText(html, { selectors }) }
}

/** Headings without capitals, and each term with its value right below it. */
const selectors = [
  { selector: 'h1', options: { uppercase: false } },
  { selector: 'p.term', format: 'paragraph', options: { leadingLineBreaks: 2, trailingLineBreaks: 1 } },
  { selector: 'p.value', format: 'paragraph', options: { leadingLineBreaks: 1, trailingLineBreaks: 2 } },
]
