import 'server-only'
import { Busboy, type BusboyFileStream, type BusboyInstance } from '@fastify/busboy'
import { Announced } from '@/lib/files/input'
import { MAX_BYTES } from '@/lib/files/rules'
import { storage } from '@/lib/files/storage'
import { UploadRefusal } from './refusal'
import { countPassedBytes } from './spent'
import { type StoredFile, storeFile } from './take-in'

/** Enough for a form with one file and a few short fields. */
const LIMITS = { fields: 8, fieldSize: 1024, files: 4, parts: 12, headerPairs: 20, headerSize: 8192 }
/** The file and the form's envelope. */
const MAX_FORM_BYTES = MAX_BYTES + 64 * 1024
/** How much of a refused form is still read and discarded: a browser reads our response only after it has sent everything. */
const MAX_IGNORED_BYTES = 4 * MAX_FORM_BYTES

/**
 * Reads a multipart form with one file, which streams into the storage, so that only a few chunks of it are in memory. Refuses no
 * file, more than one, one that is too large, and one that did not arrive completely, judged by Content-Length and by the fields
 * `size` and `sha256` if present; then nothing is left behind. The body is never cancelled, since that would cut the connection
 * before the response.
 */
export async function readForm(
  body: ReadableStream<Uint8Array> | null,
  headers: Headers,
): Promise<StoredFile> {
  const length = headers.get('content-length')
  if (Number(length) > MAX_FORM_BYTES) throw new UploadRefusal('tooLarge')
  const reader = new FormReader(parserFor(headers))
  try {
    const received = await feed(reader, body)
    const file = await reader.file()
    const { size = file.bytes, sha256 = file.sha256 } = Announced.parse(reader.fields)
    const isComplete = !length || received === Number(length)
    if (!isComplete || size !== file.bytes || sha256 !== file.sha256) throw new UploadRefusal('truncated')
    return file
  } catch (error) {
    reader.stop(error)
    await reader.discard()
    throw error
  }
}

function parserFor(headers: Headers): BusboyInstance {
  const type = headers.get('content-type') ?? ''
  if (!/^multipart\/form-data\s*;/i.test(type)) throw new UploadRefusal('noForm')
  try {
    return new Busboy({ headers: { 'content-type': type }, limits: LIMITS })
  } catch {
    throw new UploadRefusal('noForm')
  }
}

/** Passes the body to the parser chunk by chunk, with backpressure. Resolves with the number of bytes. */
async function feed(reader: FormReader, body: ReadableStream<Uint8Array> | null): Promise<number> {
  let received = 0
  for await (const chunk of body?.values({ preventCancel: true }) ?? []) {
    received += chunk.length
    if (received > MAX_IGNORED_BYTES) break
    if (received > MAX_FORM_BYTES) reader.stop(new UploadRefusal('tooLarge'))
    await reader.write(chunk)
    countPassedBytes(chunk.length)
  }
  await reader.end()
  return received
}

/** A form being parsed: its fields, its one file, and its first error. */
class FormReader {
  readonly fields: Record<string, string> = {}
  private readonly stopSignal = Promise.withResolvers<void>()
  private failure: { reason: unknown } | undefined
  private content: BusboyFileStream | undefined
  private storing: Promise<StoredFile> | undefined

  constructor(private readonly parser: BusboyInstance) {
    parser.on('field', (name, value) => {
      this.fields[name] = value
    })
    parser.on('file', (_, content, name, __, declared) => this.open(content, name, declared))
    for (const limit of ['partsLimit', 'fieldsLimit', 'filesLimit'] as const)
      parser.on(limit, () => this.stop(new UploadRefusal('tooManyFiles')))
    parser.on('error', () => this.stop(new UploadRefusal('truncated')))
  }

  /** Resolves when the parser has consumed the chunk, or has stopped. */
  async write(chunk: Uint8Array) {
    if (this.failure) return
    await Promise.race([new Promise((taken) => this.parser.write(chunk, taken)), this.stopSignal.promise])
  }

  /** Ends the parser, and throws the first error. */
  async end() {
    if (!this.failure) {
      const finished = new Promise((resolve) => this.parser.once('finish', () => resolve(undefined)))
      this.parser.end()
      await Promise.race([finished, this.stopSignal.promise])
    }
    if (this.failure) throw this.failure.reason
  }

  async file(): Promise<StoredFile> {
    if (!this.storing) throw new UploadRefusal('noFile')
    return this.storing
  }

  /** Stops parsing; only the first reason counts. */
  stop(reason: unknown) {
    if (this.failure) return
    this.failure = { reason }
    this.content?.destroy(reason instanceof Error ? reason : undefined)
    this.parser.destroy()
    this.stopSignal.resolve()
  }

  /** Waits until nothing is being written, and removes the stored file. */
  async discard() {
    const stored = await this.storing?.catch(() => undefined)
    if (stored) await storage().remove(stored.storageKey)
  }

  private open(content: BusboyFileStream, name: string | undefined, declared: string) {
    content.on('error', () => {}) // the parser reports it; without a listener it would end the process
    if (!name) return void content.resume() // the form's other file field, left empty
    if (this.storing) {
      content.resume()
      return this.stop(new UploadRefusal('tooManyFiles'))
    }
    this.content = content
    this.storing = storeFile({ name, declared, content })
    this.storing.catch((error) => this.stop(error))
  }
}
