'use client'

import { useRouter } from 'next/navigation'
import { useRef, useState } from 'react'
import { agreedType, HEAD_BYTES, MAX_BYTES } from '@/lib/files/rules'
import type en from '@/lib/i18n/messages/en/uploads.json'
import { type Sending, sendFile } from './send'

export type UploadTexts = Omit<typeof en, 'unreadable'>

/** The state of an upload. The file is kept when stopped if a retry can help; `failed` is false when the user cancelled. */
export type Upload =
  | { step: 'none' }
  | { step: 'sending'; file: File; part: number }
  | { step: 'stopped'; message: string; file?: File; failed: boolean }
  | { step: 'done'; message: string }

/** Problems that a retry with the same file cannot solve. */
const UNRETRYABLE = [
  'empty',
  'tooLarge',
  'heic',
  'eInvoice',
  'notAccepted',
  'disagree',
  'noForm',
  'sameFile',
  'noFileAsked',
  'notFound',
]

/** Checks a file and sends it for `purpose`; then refreshes the page, or navigates to `back`. */
export function useUpload(purpose: string, texts: UploadTexts, problem?: string) {
  const router = useRouter()
  const sending = useRef<Sending>(null)
  const [upload, setUpload] = useState<Upload>(
    problem ? { step: 'stopped', message: problem, failed: true } : { step: 'none' },
  )

  async function send(file: File) {
    stop()
    const fileProblem = await findProblem(file)
    if (fileProblem) return fail(texts.problems[fileProblem])
    setUpload({ step: 'sending', file, part: 0 })
    const current = sendFile(file, `/uploads?for=${purpose}`, (part) =>
      setUpload({ step: 'sending', file, part }),
    )
    sending.current = current
    try {
      const answer = await current.answer
      if ('error' in answer)
        return fail(answer.message, UNRETRYABLE.includes(answer.error) ? undefined : file)
      setUpload({
        step: 'done',
        message: fill(answer.again ? texts.again : texts.arrived, { name: answer.fileName }),
      })
      if (purpose === 'draft') router.refresh()
      else router.replace(answer.back)
    } catch {
      if (sending.current === current) fail(fill(texts.lost, { name: file.name }), file)
    }
  }

  function stop() {
    const stopped = sending.current
    sending.current = null
    stopped?.cancel()
  }

  function fail(message: string, file?: File) {
    setUpload({ step: 'stopped', message, file, failed: true })
  }

  function cancel(file: File) {
    stop()
    setUpload({ step: 'stopped', message: fill(texts.cancelled, { name: file.name }), file, failed: false })
  }

  return {
    upload,
    cancel,
    send: (files: FileList | null) => sendSingleFile(files, send, () => fail(texts.problems.tooManyFiles)),
    retry: send,
  }
}

/** Fills placeholders such as `{name}` in a text. */
export const fill = (text: string, values: Record<string, string | number>) =>
  text.replace(/\{(\w+)\}/g, (_, name) => String(values[name] ?? ''))

function sendSingleFile(files: FileList | null, send: (file: File) => void, tooMany: () => void) {
  const [file, another] = files ?? []
  if (another) tooMany()
  else if (file) send(file)
}

/** The server's checks, to avoid a pointless upload. */
async function findProblem(file: File) {
  if (file.size === 0) return 'empty'
  if (file.size > MAX_BYTES) return 'tooLarge'
  const head = await file
    .slice(0, HEAD_BYTES)
    .arrayBuffer()
    .catch(() => undefined)
  if (!head) return 'empty'
  const type = agreedType(file.name, file.type, new Uint8Array(head))
  return 'problem' in type ? type.problem : undefined
}
