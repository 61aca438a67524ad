'use client'

import { useSyncExternalStore } from 'react'

const never = () => () => {}

/** Whether this browser can use passkeys; undefined until its scripts are there to say so. */
export const usePasskeys = () =>
  useSyncExternalStore<boolean | undefined>(
    never,
    () => typeof PublicKeyCredential === 'function',
    () => undefined,
  )
