import { Button } from '../button'
import { ErrorLine } from '../field-frame'
import { fill, type Upload, type UploadTexts } from './use-upload'

type StateProps = { upload: Upload; texts: UploadTexts; retry: (file: File) => void }

/** The state of the upload, also announced to screen readers, and the retry button. */
export function State({ upload, texts, retry }: StateProps) {
  const file = upload.step === 'stopped' ? upload.file : undefined
  const hasFailed = upload.step === 'stopped' && upload.failed
  return (
    <>
      <p role="status" className="readable font-medium empty:hidden">
        {upload.step === 'sending' &&
          fill(upload.part < 1 ? texts.sending : texts.saving, { name: upload.file.name })}
        {(upload.step === 'done' || (upload.step === 'stopped' && !hasFailed)) && upload.message}
      </p>
      <div role="alert" className="readable text-start empty:hidden">
        {hasFailed && <ErrorLine id="upload" label={null} error={upload.message} />}
      </div>
      {file && <Button onClick={() => retry(file)}>{texts.retry}</Button>}
    </>
  )
}

type ProgressProps = {
  file: File
  part: number
  texts: UploadTexts
  language: string
  cancel: (file: File) => void
}

export function Progress({ file, part, texts, language, cancel }: ProgressProps) {
  const inMegabytes = new Intl.NumberFormat(language, { maximumFractionDigits: 1 })
  const size = `${inMegabytes.format(Math.max(file.size / 1024 / 1024, 0.1))} MB`
  return (
    <>
      <div className="grid w-full max-w-100 gap-2">
        <progress value={part} max={1} aria-label={fill(texts.sending, { name: file.name })} />
        <p className="text-soft">{fill(texts.progress, { percent: Math.floor(part * 100), size })}</p>
      </div>
      <Button variant="secondary" onClick={() => cancel(file)}>
        {texts.cancel}
      </Button>
    </>
  )
}
