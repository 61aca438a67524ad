'use client'

import { useSyncExternalStore } from 'react'

const subscribe = () => () => {}

/** Whether this browser can use passkeys; undefined until its scripts are there to say so. */
export const usePasskeys = () =>
  useSyncExternalStore<boolean | undefined>(
    subscribe,
    () => typeof PublicKeyCredential === 'function',
    () => undefined,
  )
