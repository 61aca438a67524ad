import 'server-only'
import { randomBytes } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { Disk } from 'flydrive'
import { FSDriver } from 'flydrive/drivers/fs'
import { env } from '@/lib/env'

/** Stores the files that members send and those we render from them: in a local folder, or later any store FlyDrive supports. */
export class Storage {
  constructor(private readonly disk: Disk) {}

  /** Returns a key that nobody can guess (256 bits) and that reveals nothing about the file. */
  newKey(folder: 'originals' | 'pages'): string {
    return `${folder}/${randomBytes(32).toString('hex')}`
  }

  /** Stores a stream. Rejects with the stream's own error when it breaks; then nothing is left behind. */
  async put(key: string, content: Readable | Uint8Array) {
    const stream = content instanceof Readable ? content : Readable.from([content])
    let streamError: unknown
    stream.once('error', (error) => {
      streamError = error
    })
    try {
      await this.disk.putStream(key, stream)
    } catch (error) {
      await this.remove(key).catch(() => {}) // the original error matters more
      throw streamError ?? error
    }
  }

  /** Returns the file as a stream. A missing file is an error of the stream. */
  get(key: string): Promise<Readable> {
    return this.disk.getStream(key)
  }

  /** Returns the whole content of a small file. */
  async read(key: string): Promise<Buffer> {
    return buffer(await this.get(key))
  }

  /** Removes a file; a missing one is no error. */
  async remove(key: string) {
    await this.disk.delete(key)
  }

  /** Whether a file can be written, read and removed; rejects with the reason when it cannot. */
  async ready(): Promise<boolean> {
    const key = `probe/${randomBytes(8).toString('hex')}`
    await this.put(key, Buffer.from(key))
    const same = String(await this.read(key)) === key
    await this.remove(key)
    return same
  }
}

let instance: Storage | undefined

/** Returns the configured storage, created on first use. */
export function storage(): Storage {
  instance ??= inFolder(env().STORAGE_FOLDER)
  return instance
}

/** Creates a storage in a local folder that only its owner can read. */
function inFolder(location: string): Storage {
  mkdirSync(location, { recursive: true, mode: 0o700 })
  return new Storage(new Disk(new FSDriver({ location, visibility: 'private' })))
}
