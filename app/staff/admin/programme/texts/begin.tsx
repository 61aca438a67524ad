import type { ReactNode } from 'react'
import { Form } from '@/components/form'
import { SubmitButton } from '@/components/submit-button'
import { startTextDraft } from './actions'

/** Starts a draft from the words of a version. */
export function Begin({ id, children }: { id: string; children: ReactNode }) {
  return (
    <Form action={startTextDraft}>
      <input type="hidden" name="id" value={id} />
      <SubmitButton variant="secondary" className="justify-self-start">
        {children}
      </SubmitButton>
    </Form>
  )
}
