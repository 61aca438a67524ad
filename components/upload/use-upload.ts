'use client'

import { useRouter } from 'next/navigation'
import { useRef, useState } from 'react'
import { agreedType, HEAD_BYTES, MAX_BYTES } from '@/lib/files/rules'
import type en from '@/lib/i18n/messages/en/uploads.json'
import { type Sending, sendFile } from './send'

export type UploadTexts = Omit<typeof en, 'unreadable'>

/** Where a file is on its way. One that was stopped is kept, if sending it again can help; `wrong` is not the sender's wish. */
export type Upload =
  | { step: 'none' }
  | { step: 'sending'; file: File; part: number }
  | { step: 'stopped'; message: string; file?: File; failed: boolean }
  | { step: 'done'; message: string }

/** Problems that another try with the same file does not mend. */
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

/** Sends a file for `purpose`, checked beforehand; when it has arrived the page is renewed, or left for `back`. */
export function useUpload(purpose: string, texts: UploadTexts, problem?: string) {
  const router = useRouter()
  const sending = useRef<Sending>(null)
  const [upload, setUpload] = useState<Upload>(
    problem ? { step: 'stopped', message: problem, failed: true } : { step: 'none' },
  )

  async function send(file: File) {
    stop()
    const wrong = await findProblem(file)
    if (wrong) return fail(texts.problems[wrong])
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
    again: send,
  }
}

/** Puts values into a sentence: "{name} has arrived." */
export const fill = (text: string, values: Record<string, string | number>) =>
  text.replace(/\{(\w+)\}/g, (_, name) => String(values[name] ?? ''))

function sendSingleFile(files: FileList | null, send: (file: File) => void, tooMany: () => void) {
  const [file, another] = files ?? []
  if (another) tooMany()
  else if (file) send(file)
}

/** The same questions as the server asks, before a long way is gone for nothing. */
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
