import type { MediaType } from '@/lib/lists'
import 'server-only'
import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { agreedType, cleanName, HEAD_BYTES, MAX_BYTES } from '@/lib/files/rules'
import { storage } from '@/lib/files/storage'
import { UploadRefusal } from './refusal'

/** A file being uploaded through a form. */
export type IncomingFile = { name: string; declared: string; content: Readable }

/** A file that is in the storage but not yet in a row. */
export type StoredFile = {
  storageKey: string
  fileName: string
  mediaType: MediaType
  bytes: number
  sha256: string
}

/**
 * Streams a file into the storage under a random key, counting and hashing on the way. Refuses, and leaves nothing
 * behind, when it is empty, more than 15 MB, or when name, declared type and content do not agree on PDF, JPEG or PNG.
 */
export async function storeFile({ name, declared, content }: IncomingFile): Promise<StoredFile> {
  const chunks = content[Symbol.asyncIterator]() as AsyncIterator<Buffer>
  const head = await readHead(chunks)
  if (head.length === 0) throw new UploadRefusal('empty')
  const type = agreedType(name, declared, head)
  if ('problem' in type) throw new UploadRefusal(type.problem)

  const hash = createHash('sha256')
  let bytes = 0
  async function* measured() {
    for (let chunk: Buffer | undefined = head; chunk; chunk = (await chunks.next()).value) {
      bytes += chunk.length
      if (bytes > MAX_BYTES) throw new UploadRefusal('tooLarge')
      hash.update(chunk)
      yield chunk
    }
  }
  const storageKey = storage().newKey('originals')
  await storage().put(storageKey, Readable.from(measured()))
  return {
    storageKey,
    fileName: cleanName(name),
    mediaType: type.mediaType,
    bytes,
    sha256: hash.digest('hex'),
  }
}

/** Returns the first chunk, or as many as contain `HEAD_BYTES`. */
async function readHead(chunks: AsyncIterator<Buffer>): Promise<Buffer> {
  let head = Buffer.alloc(0)
  while (head.length < HEAD_BYTES) {
    const { value, done } = await chunks.next()
    if (done) break
    head = Buffer.concat([head, value])
  }
  return head
}
