import { currentLanguage } from '@/lib/i18n/language'
import { messages } from '@/lib/i18n/messages'
import { UploadForm } from './upload/upload-form'

type Props = {
  /** What the file is for: 'draft', or the id of the registration that needs a better file. */
  purpose: string
  /** The `problem` parameter of the page's address: what was wrong with a file sent without JavaScript. */
  problem?: string
}

/**
 * Uploads one invoice, by drag and drop, file picker or camera. It is a form itself, so it must not be inside another. After
 * the upload, a page with `purpose` 'draft' is refreshed, and any other is reopened with `?file=` and the invoice's id (and
 * `again=1` if the file was already there).
 */
export async function UploadField({ purpose, problem = '' }: Props) {
  const language = await currentLanguage()
  const { unreadable: _, ...texts } = messages[language].uploads
  const sentence = Object.entries(texts.problems).find(([key]) => key === problem)?.[1]
  return <UploadForm purpose={purpose} texts={texts} language={language} problem={sentence} />
}
