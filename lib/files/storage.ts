import 'server-only'
import { randomBytes } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { Disk } from 'flydrive'
import { FSDriver } from 'flydrive/drivers/fs'
import { env } from '@/lib/env'

/** Where the files are that members send and that we make of them: a local folder, and any store FlyDrive knows later. */
export class Storage {
  constructor(private readonly disk: Disk) {}

  /** A key that nobody can guess (256 bit) and that says nothing about the file. */
  newKey(folder: 'originals' | 'pages'): string {
    return `${folder}/${randomBytes(32).toString('hex')}`
  }

  /** Keeps what streams in. Rejects with the stream's own error when it breaks; then nothing stays behind. */
  async put(key: string, content: Readable | Uint8Array) {
    const stream = content instanceof Readable ? content : Readable.from([content])
    let broken: unknown
    stream.once('error', (error) => {
      broken = error
    })
    try {
      await this.disk.putStream(key, stream)
    } catch (error) {
      await this.remove(key).catch(() => {}) // why it was not kept matters more
      throw broken ?? error
    }
  }

  /** The file as a stream. That it is not there is an error of the stream. */
  get(key: string): Promise<Readable> {
    return this.disk.getStream(key)
  }

  /** The whole of a small file. */
  async read(key: string): Promise<Buffer> {
    return buffer(await this.get(key))
  }

  /** Removes a file; one that is not there is no error. */
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

let made: Storage | undefined

/** The storage of the settings, made at first use. */
export function storage(): Storage {
  made ??= inFolder(env().STORAGE_FOLDER)
  return made
}

/** A storage in a local folder that only its owner can look into. */
function inFolder(location: string): Storage {
  mkdirSync(location, { recursive: true, mode: 0o700 })
  return new Storage(new Disk(new FSDriver({ location, visibility: 'private' })))
}
