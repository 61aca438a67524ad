import { currentLanguage } from '@/lib/i18n/language'
import { messages } from '@/lib/i18n/messages'
import { UploadForm } from './upload/upload-form'

type Props = {
  /** What the file is for: 'draft', or the id of the registration it is sent again for. */
  purpose: string
  /** The `problem` of the page's address: what was wrong with a file that a browser without JavaScript sent. */
  problem?: string
}

/**
 * Takes one invoice, by drag and drop, file picker or camera. It is a form, so it stands beside other forms, never in
 * one. When the file has arrived, a page with `purpose` 'draft' is renewed, and another is opened again with `?file=`
 * and the invoice's id (and `again=1` when it was there before).
 */
export async function UploadField({ purpose, problem = '' }: Props) {
  const language = await currentLanguage()
  const { unreadable: _, ...texts } = messages[language].uploads
  const sentence = Object.entries(texts.problems).find(([key]) => key === problem)?.[1]
  return <UploadForm purpose={purpose} texts={texts} language={language} problem={sentence} />
}
