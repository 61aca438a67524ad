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
  /** Takes the browser's answer as `response`, with the other fields of the form. */
  action: FormAction
  label: ReactNode
  /** Says nothing where there are no passkeys, because there is another way beside it. */
  optional?: boolean
  children?: ReactNode
}

/** One button that makes or uses a passkey. It is there as soon as the browser's scripts are. */
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
