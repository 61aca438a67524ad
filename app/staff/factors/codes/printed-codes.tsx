'use client'

import { type ReactNode, use, useState } from 'react'
import { Button } from '@/components/button'
import { FormContext } from '@/components/form'
import { Notice } from '@/components/notice'
import { useScripts } from '@/components/scripted'

type Texts = {
  title: string
  once: string
  rule: string
  print: string
  copy: string
  copied: string
  save: string
}
type Props = {
  texts: Texts
  /** The first line of the file. */
  file: string
  /** The link to continue once the codes are saved. */
  next: ReactNode
  /** What the form shows until there are codes. */
  children: ReactNode
}

/** Inside a form whose action returns `values.codes`: shows them, once only, instead of its fields. */
export function PrintedCodes({ texts, file, next, children }: Props) {
  const codes = use(FormContext)?.state?.values?.codes
  if (!Array.isArray(codes)) return children
  return (
    <section className="grid gap-6">
      <h2 className="text-2xl">{texts.title}</h2>
      <Notice tone="warning">{texts.once}</Notice>
      <ol className="panel grid grid-cols-1 gap-x-10 gap-y-2 min-[26rem]:grid-cols-2">
        {codes.map((code) => (
          <li key={code} className="mono text-xl tracking-[0.06em]">
            {code}
          </li>
        ))}
      </ol>
      <p className="readable text-soft">{texts.rule}</p>
      <SaveOptions texts={texts} text={[file, '', ...codes, ''].join('\n')} name={file} />
      <div className="print:hidden!">{next}</div>
    </section>
  )
}

/** Print, copy and download buttons. Without scripts, the browser's own menu prints. */
function SaveOptions({ texts, text, name }: { texts: Texts; text: string; name: string }) {
  const [copied, setCopied] = useState(false)
  if (!useScripts()) return null
  return (
    <div className="print:hidden! flex flex-wrap gap-3">
      <Button variant="secondary" onClick={() => window.print()}>
        {texts.print}
      </Button>
      <Button
        variant="secondary"
        onClick={() => navigator.clipboard.writeText(text).then(() => setCopied(true))}
      >
        <span aria-live="polite">{copied ? texts.copied : texts.copy}</span>
      </Button>
      <Button variant="secondary" onClick={() => save(text, `${name}.txt`)}>
        {texts.save}
      </Button>
    </div>
  )
}

function save(text: string, name: string) {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }))
  const link = Object.assign(document.createElement('a'), { href: address, download: name })
  link.click()
  URL.revokeObjectURL(address)
}
