/** The upload route's response to a script. */
type Answer =
  | { id: string; fileName: string; again: boolean; back: string }
  | { error: string; message: string }

export type Sending = { answer: Promise<Answer>; cancel: () => void }

/** No progress for this long counts as a lost connection. */
const STALL_TIMEOUT = 30_000

/**
 * Sends a file to the upload route and reports its progress, from 0 to 1. Rejects when the connection is lost or
 * stalls; `cancel` rejects with an AbortError.
 */
export function sendFile(file: File, address: string, onProgress: (part: number) => void): Sending {
  const request = new XMLHttpRequest()
  const stopped = new AbortController()
  const answer = hashOf(file).then((sha256) => {
    stopped.signal.throwIfAborted()
    return post(request, stopped.signal, address, uploadForm(file, sha256), onProgress)
  })
  return { answer, cancel: () => stopped.abort() }
}

function post(
  request: XMLHttpRequest,
  stopped: AbortSignal,
  address: string,
  form: FormData,
  onProgress: (part: number) => void,
) {
  return new Promise<Answer>((resolve, reject) => {
    const lost = () => finish(() => reject(new Error('lost')))
    let stallTimer = setTimeout(lost, STALL_TIMEOUT)
    const finish = (settle: () => void) => {
      clearTimeout(stallTimer)
      removeEventListener('offline', lost)
      settle()
      request.abort()
    }
    addEventListener('offline', lost)
    stopped.addEventListener('abort', () => finish(() => reject(stopped.reason)))
    request.upload.onprogress = ({ loaded, total }) => {
      clearTimeout(stallTimer)
      stallTimer = setTimeout(lost, STALL_TIMEOUT)
      onProgress(loaded / total)
    }
    request.onerror = lost
    request.onload = () => {
      const answer = parse(request.responseText)
      finish(() => (answer ? resolve(answer) : reject(new Error('lost'))))
    }
    request.open('POST', address)
    request.setRequestHeader('accept', 'application/json')
    request.send(form)
  })
}

function uploadForm(file: File, sha256: string | undefined) {
  const form = new FormData()
  form.append('size', String(file.size))
  if (sha256) form.append('sha256', sha256)
  form.append('file', file)
  return form
}

/** Lets the server verify the file; without it (insecure connection, unreadable file) the server compares the size only. */
async function hashOf(file: File): Promise<string | undefined> {
  try {
    const hash = await crypto.subtle.digest('SHA-256', await file.arrayBuffer())
    return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, '0')).join('')
  } catch {
    return undefined
  }
}

function parse(text: string): Answer | undefined {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
