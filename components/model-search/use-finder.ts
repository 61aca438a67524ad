'use client'

import { useState } from 'react'
import type { Find } from './finder'

/** Shared by all model fields of the page. */
let finder: Promise<Find> | undefined

/** The model search, loaded by the first `load`. Undefined until then, and without a connection. */
export function useFinder() {
  const [find, setFind] = useState<Find>()
  function load() {
    finder ??= import('./finder').then(({ createFinder }) => createFinder())
    finder.then(
      (ready) => setFind(() => ready),
      () => {
        finder = undefined // the server looks the model up; the next focus tries again
      },
    )
  }
  return { find, load }
}
