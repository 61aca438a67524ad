'use client'

import { useState } from 'react'
import type { Find } from './finder'

/** All model fields of the page share one. */
let finder: Promise<Find> | undefined

/** The search for models, which is fetched by the first `load`. Until then, and without a connection, there is none. */
export function useFinder() {
  const [find, setFind] = useState<Find>()
  function load() {
    finder ??= import('./finder').then(({ createFinder: makeFinder }) => makeFinder())
    finder.then(
      (ready) => setFind(() => ready),
      () => {
        finder = undefined // the server looks the model up; the next visit to the field tries again
      },
    )
  }
  return { find, load }
}
