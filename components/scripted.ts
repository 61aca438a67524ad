'use client'

import { useSyncExternalStore } from 'react'

const subscribe = () => () => {}

/** Whether scripts have loaded, to hide until then what depends on them. */
export const useScripts = () =>
  useSyncExternalStore(
    subscribe,
    () => true,
    () => false,
  )
