'use client'

import { type DragEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { Button, buttonClass } from '../button'
import { fill, type Upload, type UploadTexts, useUpload } from './use-upload'

type Props = { purpose: string; texts: UploadTexts; language: string; problem?: string }

/**
 * A form of its own that sends one file. Before JavaScript has loaded the browser posts it, and comes back to the
 * page; then a chosen file is sent at once, with its progress.
 */
export function UploadForm({ purpose, texts, language, problem }: Props) {
  const form = useRef<HTMLFormElement>(null)
  const [enhanced, setEnhanced] = useState(false)
  const [over, setOver] = useState(false)
  const { upload, send, again, cancel } = useUpload(purpose, texts, problem)

  // A file that was chosen before this ran is sent like any other.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the form comes to life
  useEffect(() => {
    setEnhanced(true)
    const early = form.current?.querySelectorAll<HTMLInputElement>('input[type=file]') ?? []
    for (const input of early) send(input.files)
  }, [])

  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    send(event.dataTransfer.files)
  }

  return (
    <form
      ref={form}
      action={`/uploads?for=${purpose}`}
      method="post"
      encType="multipart/form-data"
      className="dropzone bracketed"
      data-over={over ? '' : undefined}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <State upload={upload} texts={texts} language={language} cancel={cancel} again={again} />
      {upload.step !== 'sending' && <Choice texts={texts} enhanced={enhanced} upload={upload} send={send} />}
    </form>
  )
}

type StateProps = {
  upload: Upload
  texts: UploadTexts
  language: string
  cancel: (file: File) => void
  again: (file: File) => void
}

function State({ upload, texts, language, cancel, again }: StateProps) {
  const sending = upload.step === 'sending' ? upload : undefined
  const failed = upload.step === 'failed' ? upload : undefined
  const kept = failed?.file
  const name = sending?.file.name ?? ''
  return (
    <>
      <p role="status" className="font-[560] empty:hidden">
        {sending && fill(sending.part < 1 ? texts.sending : texts.saving, { name })}
        {upload.step === 'done' && upload.message}
      </p>
      <p role="alert" className="readable font-[560] text-danger empty:hidden">
        {failed?.message}
      </p>
      {sending && <Progress {...sending} texts={texts} language={language} />}
      {sending && (
        <Button variant="secondary" onClick={() => cancel(sending.file)}>
          {texts.cancel}
        </Button>
      )}
      {kept && <Button onClick={() => again(kept)}>{texts.retry}</Button>}
    </>
  )
}

function Progress({
  file,
  part,
  texts,
  language,
}: {
  file: File
  part: number
  texts: UploadTexts
  language: string
}) {
  const megabytes = new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(
    file.size / 1024 / 1024,
  )
  return (
    <div className="grid w-full max-w-100 gap-2">
      <progress value={part} max={1} aria-label={fill(texts.sending, { name: file.name })} />
      <p className="text-soft">
        {fill(texts.progress, { percent: Math.floor(part * 100), size: `${megabytes} MB` })}
      </p>
    </div>
  )
}

type ChoiceProps = {
  texts: UploadTexts
  enhanced: boolean
  upload: Upload
  send: (files: FileList | null) => void
}

function Choice({ texts, enhanced, upload, send }: ChoiceProps) {
  const kept = upload.step === 'failed' && upload.file !== undefined
  const again = kept || upload.step === 'done'
  return (
    <>
      {enhanced && !again && <p className="font-[560] pointer-coarse:hidden">{texts.drop}</p>}
      <div className="flex min-w-0 max-w-full flex-wrap justify-center gap-3">
        <FileButton enhanced={enhanced} quiet={again} send={send} accept={ACCEPTED}>
          {again ? texts.other : texts.choose}
        </FileButton>
        <FileButton enhanced={enhanced} quiet send={send} accept="image/jpeg" capture="environment">
          {texts.camera}
        </FileButton>
      </div>
      <p className="readable text-soft">{texts.limits}</p>
      {!enhanced && (
        <button type="submit" className={buttonClass({})}>
          {texts.send}
        </button>
      )}
    </>
  )
}

type FileButtonProps = {
  enhanced: boolean
  quiet?: boolean
  accept: string
  capture?: 'environment'
  send: (files: FileList | null) => void
  children: ReactNode
}

/** The browser's own file field, which looks like a button as soon as choosing is all there is to do. */
function FileButton({ enhanced, quiet, send, children, ...input }: FileButtonProps) {
  const look = enhanced
    ? buttonClass({ variant: quiet ? 'secondary' : 'primary' }, FOCUS)
    : 'grid min-w-0 max-w-full gap-1.5 text-start'
  return (
    <label className={`${look} ${input.capture ? 'hidden pointer-coarse:inline-flex' : ''}`}>
      {children}
      <input
        {...input}
        type="file"
        name="file"
        className={enhanced ? 'sr-only' : 'w-full min-w-0'}
        onChange={({ currentTarget }) => {
          send(currentTarget.files)
          currentTarget.value = ''
        }}
      />
    </label>
  )
}

const ACCEPTED = 'application/pdf,image/jpeg,image/png,.pdf,.jpg,.jpeg,.png'
const FOCUS = 'cursor-pointer focus-within:outline-3 focus-within:outline-offset-3 focus-within:outline-ink'
