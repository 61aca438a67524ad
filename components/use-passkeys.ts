'use client'

import { useSyncExternalStore } from 'react'

const subscribe = () => () => {}

/** Whether this browser supports passkeys; undefined until scripts have loaded. */
export const usePasskeys = () =>
  useSyncExternalStore<boolean | undefined>(
    subscribe,
    () => typeof PublicKeyCredential === 'function',
    () => undefined,
  )
