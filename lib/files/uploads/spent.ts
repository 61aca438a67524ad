import 'server-only'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/** Every chunk is held twice on its way to us: as it comes off the socket, and as Next hands it on. */
const COPIES = 2
const ENOUGH = 16 * 1024 * 1024

let spent = 0
let collect: ((options: { type: 'minor' }) => void) | undefined

/**
 * Counts bytes that have been passed on, and has the buffers they came in collected every 16 MB, which takes a few
 * milliseconds. V8 itself waits until more than 100 MB have piled up (docs/decisions/uploads.md).
 */
export function countPassedOn(bytes: number) {
  spent += COPIES * bytes
  if (spent < ENOUGH) return
  spent = 0
  collect ??= exposeCollection()
  collect({ type: 'minor' })
}

function exposeCollection(): (options: { type: 'minor' }) => void {
  setFlagsFromString('--expose-gc')
  return runInNewContext('gc')
}
