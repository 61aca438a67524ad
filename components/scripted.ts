'use client'

import { useSyncExternalStore } from 'react'

const subscribe = () => () => {}

/** Whether the browser's scripts are there: what only they can do is not offered before. */
export const useScripts = () =>
  useSyncExternalStore(
    subscribe,
    () => true,
    () => false,
  )
