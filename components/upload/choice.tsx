import type { ReactNode } from 'react'
import { buttonClass } from '../button'
import type { Upload, UploadTexts } from './use-upload'

type ChoiceProps = {
  texts: UploadTexts
  enhanced: boolean
  upload: Upload
  send: (files: FileList | null) => void
}

/** Buttons to choose a file from this device or, on a handheld one, its camera. */
export function Choice({ texts, enhanced, upload, send }: ChoiceProps) {
  const hasFile = upload.step === 'done' || (upload.step === 'stopped' && upload.file !== undefined)
  return (
    <>
      {enhanced && !hasFile && <p className="font-medium pointer-coarse:hidden">{texts.drop}</p>}
      <div className="flex min-w-0 max-w-full flex-wrap justify-center gap-3">
        <FileButton enhanced={enhanced} quiet={hasFile} send={send} accept={ACCEPTED}>
          {hasFile ? texts.other : texts.choose}
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

/** The browser's file input, styled as a button once choosing a file also sends it. */
function FileButton({ enhanced, quiet, send, children, ...input }: FileButtonProps) {
  const className = enhanced
    ? buttonClass({ variant: quiet ? 'secondary' : 'primary' }, FOCUS)
    : 'grid min-w-0 max-w-full gap-1.5 text-start'
  return (
    <label className={`${className} ${input.capture ? 'pointer-fine:hidden' : ''}`}>
      {children}
      <input
        {...input}
        type="file"
        name="file"
        className={enhanced ? 'sr-only' : PLAIN_INPUT}
        onChange={({ currentTarget }) => {
          send(currentTarget.files)
          currentTarget.value = ''
        }}
      />
    </label>
  )
}

const ACCEPTED = 'application/pdf,image/jpeg,image/png,.pdf,.jpg,.jpeg,.png'
const PLAIN_INPUT =
  'w-full min-w-0 file:mr-3 file:min-h-11 file:rounded-md file:border file:border-edge file:bg-well file:px-4 file:text-ink'
const FOCUS = 'cursor-pointer focus-within:outline-3 focus-within:outline-offset-3 focus-within:outline-ink'
