'use client'

import { type DragEvent, useEffect, useRef, useState } from 'react'
import { Choice } from './choice'
import styles from './dropzone.module.css'
import { Progress, State } from './state'
import { type UploadTexts, useUpload } from './use-upload'

type Props = { purpose: string; texts: UploadTexts; language: string; problem?: string }

/**
 * A separate form that sends one file. Before JavaScript has loaded, the browser posts it and returns to the page; after
 * that, a chosen file is sent at once, with its progress.
 */
export function UploadForm({ purpose, texts, language, problem }: Props) {
  const form = useRef<HTMLFormElement>(null)
  const [enhanced, setEnhanced] = useState(false)
  const [over, setOver] = useState(false)
  const { upload, send, retry, cancel } = useUpload(purpose, texts, problem)

  // A file that was chosen before hydration is sent like any other.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, after hydration
  useEffect(() => {
    setEnhanced(true)
    const early = form.current?.querySelectorAll<HTMLInputElement>('input[type=file]') ?? []
    for (const input of early) send(input.files)
  }, [])

  // The pressed button disappears with the next step; keyboard users keep their place.
  // biome-ignore lint/correctness/useExhaustiveDependencies: after each step
  useEffect(() => {
    if (enhanced && upload.step !== 'none' && document.activeElement === document.body) form.current?.focus()
  }, [upload.step])

  const drag = (event: DragEvent, entered: boolean) => {
    event.preventDefault()
    setOver(entered)
  }

  return (
    <form
      ref={form}
      tabIndex={-1}
      aria-label={texts.label}
      action={`/uploads?for=${purpose}`}
      method="post"
      encType="multipart/form-data"
      className={`${styles.dropzone} bracketed`}
      data-over={over ? '' : undefined}
      onDragOver={(event) => drag(event, true)}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        drag(event, false)
        send(event.dataTransfer.files)
      }}
    >
      <State upload={upload} texts={texts} retry={retry} />
      {upload.step === 'sending' ? (
        <Progress {...upload} texts={texts} language={language} cancel={cancel} />
      ) : (
        <Choice texts={texts} enhanced={enhanced} upload={upload} send={send} />
      )}
    </form>
  )
}
