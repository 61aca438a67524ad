'use client'

import { type ComponentProps, type ReactNode, use } from 'react'
import type { FormAction } from '@/lib/forms-state'
import { performCeremony } from './ceremony'
import { Form } from './form'
import { FormTextsContext } from './form-texts'
import { SubmitButton } from './submit-button'
import { usePasskeys } from './use-passkeys'

type Props = Pick<ComponentProps<typeof SubmitButton>, 'variant' | 'size' | 'className'> & {
  /** Begins the ceremony on the server. */
  begin: FormAction
  /** Receives the browser's response as `response`, with the other fields of the form. */
  action: FormAction
  label: ReactNode
  /** Renders nothing where passkeys are not supported, because there is an alternative next to it. */
  optional?: boolean
  children?: ReactNode
}

/** A button that creates or uses a passkey. Appears once scripts have loaded. */
export function PasskeyForm({ begin, action, label, optional, children, ...buttonProps }: Props) {
  const supported = usePasskeys()
  const { passkey } = use(FormTextsContext)
  if (!supported && optional) return null
  if (supported === undefined) return <noscript>{passkey.scriptless}</noscript>
  if (!supported) return <p>{passkey.unsupported}</p>

  const afterCeremony: FormAction = async (state, data) => {
    const { response, problem } = await performCeremony(begin, passkey)
    if (response === undefined) return problem
    data.set('response', response)
    return action(state, data)
  }
  return (
    <Form action={afterCeremony}>
      {children}
      <SubmitButton {...buttonProps}>{label}</SubmitButton>
    </Form>
  )
}
