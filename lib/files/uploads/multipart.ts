import 'server-only'
import { Busboy, type BusboyFileStream, type BusboyInstance } from '@fastify/busboy'
import { Announced } from '@/lib/files/input'
import { MAX_BYTES } from '@/lib/files/rules'
import { storage } from '@/lib/files/storage'
import { UploadRefusal } from './refusal'
import { countPassedOn } from './spent'
import { type StoredFile, storeFile } from './take-in'

/** A form of one file and a few short fields. */
const LIMITS = { fields: 8, fieldSize: 1024, files: 4, parts: 12, headerPairs: 20, headerSize: 8192 }
/** The file and what the form wraps around it. */
const MAX_FORM_BYTES = MAX_BYTES + 64 * 1024
/** How much of a refused form is still read, and thrown away: a browser reads our answer only when it has sent all. */
const MAX_IGNORED_BYTES = 4 * MAX_FORM_BYTES

/**
 * Reads a multipart form with one file, which streams into the storage, so that no more than a few chunks of it are
 * held. Refuses none, more than one, more bytes than a file may have, and a file that did not arrive whole, judged by
 * Content-Length and by the fields `size` and `sha256` if there are any; then nothing stays behind.
 * The body is never cancelled, since that would cut the connection before the answer.
 */
export async function readForm(
  body: ReadableStream<Uint8Array> | null,
  headers: Headers,
): Promise<StoredFile> {
  const length = headers.get('content-length')
  if (Number(length) > MAX_FORM_BYTES) throw new UploadRefusal('tooLarge')
  const reading = new Reading(parserFor(headers))
  try {
    const received = await feed(reading, body)
    const file = await reading.file()
    const { size = file.bytes, sha256 = file.sha256 } = Announced.parse(reading.fields)
    const whole = !length || received === Number(length)
    if (!whole || size !== file.bytes || sha256 !== file.sha256) throw new UploadRefusal('truncated')
    return file
  } catch (error) {
    reading.stop(error)
    await reading.discard()
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

/** Gives the body to the parser, one chunk after the other has been taken. Resolves with the number of bytes. */
async function feed(reading: Reading, body: ReadableStream<Uint8Array> | null): Promise<number> {
  let received = 0
  for await (const chunk of body?.values({ preventCancel: true }) ?? []) {
    received += chunk.length
    if (received > MAX_IGNORED_BYTES) break
    if (received > MAX_FORM_BYTES) reading.stop(new UploadRefusal('tooLarge'))
    await reading.write(chunk)
    countPassedOn(chunk.length)
  }
  await reading.end()
  return received
}

/** A form being parsed: its fields, its one file, and the first thing that is wrong with it. */
class Reading {
  readonly fields: Record<string, string> = {}
  private readonly stopped = Promise.withResolvers<void>()
  private wrong: { why: unknown } | undefined
  private content: BusboyFileStream | undefined
  private taking: Promise<StoredFile> | undefined

  constructor(private readonly parser: BusboyInstance) {
    parser.on('field', (name, value) => {
      this.fields[name] = value
    })
    parser.on('file', (_, content, name, __, declared) => this.open(content, name, declared))
    for (const limit of ['partsLimit', 'fieldsLimit', 'filesLimit'] as const)
      parser.on(limit, () => this.stop(new UploadRefusal('tooManyFiles')))
    parser.on('error', () => this.stop(new UploadRefusal('truncated')))
  }

  /** Resolves when the parser has taken the chunk, or will take no more. */
  async write(chunk: Uint8Array) {
    if (this.wrong) return
    await Promise.race([new Promise((taken) => this.parser.write(chunk, taken)), this.stopped.promise])
  }

  /** Tells the parser that this was all, and throws what was wrong. */
  async end() {
    if (!this.wrong) {
      const finished = new Promise((resolve) => this.parser.once('finish', () => resolve(undefined)))
      this.parser.end()
      await Promise.race([finished, this.stopped.promise])
    }
    if (this.wrong) throw this.wrong.why
  }

  async file(): Promise<StoredFile> {
    if (!this.taking) throw new UploadRefusal('noFile')
    return this.taking
  }

  /** Lets go of everything, for the first reason given. */
  stop(why: unknown) {
    if (this.wrong) return
    this.wrong = { why }
    this.content?.destroy(why instanceof Error ? why : undefined)
    this.parser.destroy()
    this.stopped.resolve()
  }

  /** Waits until nothing is written any more, and removes what was kept. */
  async discard() {
    const kept = await this.taking?.catch(() => undefined)
    if (kept) await storage().remove(kept.storageKey)
  }

  private open(content: BusboyFileStream, name: string | undefined, declared: string) {
    content.on('error', () => {}) // we hear of it from the parser; without a listener it would end the process
    if (!name) return void content.resume() // the form's other file field, left empty
    if (this.taking) {
      content.resume()
      return this.stop(new UploadRefusal('tooManyFiles'))
    }
    this.content = content
    this.taking = storeFile({ name, declared, content })
    this.taking.catch((error) => this.stop(error))
  }
}
