import 'server-only'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/** Every chunk is held twice on its way to us: as it comes off the socket, and as Next passes it on. */
const COPIES = 2
const COLLECT_EVERY = 16 * 1024 * 1024

let passedOn = 0
let collect: ((options: { type: 'minor' }) => void) | undefined

/**
 * Counts bytes that have been passed on, and triggers a garbage collection of their buffers every 16 MB, which takes a few
 * milliseconds. V8 itself waits until more than 100 MB have accumulated (docs/decisions/uploads.md).
 */
export function countPassedBytes(bytes: number) {
  passedOn += COPIES * bytes
  if (passedOn < COLLECT_EVERY) return
  passedOn = 0
  collect ??= exposeCollector()
  collect({ type: 'minor' })
}

function exposeCollector(): (options: { type: 'minor' }) => void {
  setFlagsFromString('--expose-gc')
  return runInNewContext('gc')
}
