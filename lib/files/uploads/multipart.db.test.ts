import { createHash, randomBytes } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { MAX_BYTES } from '@/lib/files/rules'
import { storage } from '@/lib/files/storage'
import { readForm } from './multipart'
import type { UploadProblem } from './refusal'

// Not about the database, but it needs the storage of the database tests.
const folder = () => join(String(process.env.STORAGE_FOLDER), 'originals')
const storedFiles = () => (existsSync(folder()) ? readdirSync(folder()) : [])
const invoice = readFileSync(new URL('../../../e2e/documents/a01.pdf', import.meta.url))
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const pdf = (size: number) => Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(size - 9)])

type Part = { name?: string; fileName?: string; type?: string; value: string | Buffer }
const file = (value: Buffer, fileName = 'invoice.pdf', type = 'application/pdf'): Part => ({
  name: 'file',
  fileName,
  type,
  value,
})

function formOf(...parts: Part[]): Buffer {
  const pieces = parts.flatMap(({ name, fileName, type, value }) => [
    `--line\r\ncontent-disposition: form-data; name="${name ?? 'file'}"`,
    fileName === undefined ? '' : `; filename="${fileName}"\r\ncontent-type: ${type}`,
    '\r\n\r\n',
    value,
    '\r\n',
  ])
  return Buffer.concat([...pieces, '--line--\r\n'].map((piece) => Buffer.from(piece)))
}

const headersOf = (length?: number, type = 'multipart/form-data; boundary=line') =>
  new Headers({ 'content-type': type, ...(length !== undefined && { 'content-length': String(length) }) })

/** A body that arrives in chunks, and may break off after some of them. */
function bodyOf(bytes: Buffer, { size = 64 * 1024, breaks = false } = {}) {
  let at = 0
  const state = { pulled: 0, cancelled: false }
  const body = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        if (at >= bytes.length && breaks) return controller.error(new Error('aborted'))
        if (at >= bytes.length) return controller.close()
        controller.enqueue(bytes.subarray(at, at + size))
        at += size
        state.pulled = Math.min(at, bytes.length)
      },
      cancel: () => {
        state.cancelled = true
      },
    },
    { highWaterMark: 0 },
  )
  return { body, state }
}

const send = (bytes: Buffer, headers = headersOf(bytes.length)) => readForm(bodyOf(bytes).body, headers)

async function problemOf(sending: Promise<unknown>): Promise<UploadProblem | string> {
  const error = await sending.then(
    () => 'accepted',
    (reason) => reason,
  )
  return error.problem ?? String(error)
}

beforeEach(async () => {
  for (const name of storedFiles()) await storage().remove(`originals/${name}`)
})

describe('a form with one file', () => {
  test('is stored under a random key, as it was sent', async () => {
    const stored = await send(formOf(file(invoice, 'Rechnung für mich.pdf')))
    expect(stored).toMatchObject({
      fileName: 'Rechnung für mich.pdf',
      mediaType: 'application/pdf',
      bytes: invoice.length,
      sha256: sha256(invoice),
    })
    expect(stored.storageKey).toMatch(/^originals\/[0-9a-f]{64}$/)
    expect(sha256(await storage().read(stored.storageKey))).toBe(sha256(invoice))
    expect(storedFiles()).toHaveLength(1)
  })

  test('arrives complete in chunks of any size', async () => {
    for (const size of [1, 7, 1000]) {
      const { body } = bodyOf(formOf(file(invoice.subarray(0, 3000))), { size })
      expect(await readForm(body, headersOf())).toMatchObject({ sha256: sha256(invoice.subarray(0, 3000)) })
    }
  })

  test('may contain an empty second field, like the one of the camera button', async () => {
    const empty = file(Buffer.alloc(0), '', 'application/octet-stream')
    expect(await send(formOf(empty, file(invoice)))).toMatchObject({ bytes: invoice.length })
    expect(await send(formOf(file(invoice), empty))).toMatchObject({ bytes: invoice.length })
  })

  test('of exactly 15 MB is accepted', async () => {
    expect(await send(formOf(file(pdf(MAX_BYTES))))).toMatchObject({ bytes: MAX_BYTES })
  })

  test('with declared size and SHA-256 is compared with them', async () => {
    const announced = [
      { name: 'size', value: String(invoice.length) },
      { name: 'sha256', value: sha256(invoice) },
    ]
    expect(await send(formOf(...announced, file(invoice)))).toMatchObject({ bytes: invoice.length })
  })
})

describe('a refused form names the problem and leaves nothing behind', () => {
  const one = formOf(file(invoice))
  const cases: [string, UploadProblem, Buffer, Headers?][] = [
    ['no file', 'noFile', formOf(file(Buffer.alloc(0), ''))],
    ['no field at all', 'noFile', formOf()],
    ['an empty file', 'empty', formOf(file(Buffer.alloc(0)))],
    ['one byte too many', 'tooLarge', formOf(file(pdf(MAX_BYTES + 1)))],
    ['far too many bytes, not announced', 'tooLarge', formOf(file(pdf(2 * MAX_BYTES))), headersOf()],
    [
      'too many bytes in fields',
      'tooLarge',
      formOf({ name: 'x', value: pdf(MAX_BYTES + 70_000) }),
      headersOf(),
    ],
    ['two files', 'tooManyFiles', formOf(file(invoice), file(invoice))],
    [
      'a file among many fields',
      'tooManyFiles',
      formOf(file(invoice), ...Array(20).fill({ name: 'x', value: 'y' })),
    ],
    [
      'an iPhone photo',
      'heic',
      formOf(file(Buffer.from('\0\0\0\x18ftypheic\0\0\0\0\0\0\0\0'), 'a.jpg', 'image/jpeg')),
    ],
    ['an e-invoice', 'eInvoice', formOf(file(Buffer.from('<?xml version="1.0"?><a/>'), 'a.xml', 'text/xml'))],
    ['a text', 'notAccepted', formOf(file(Buffer.from('An invoice in words'), 'a.txt', 'text/plain'))],
    ['a name that lies', 'disagree', formOf(file(invoice, 'a.png', 'image/png'))],
    ['a declaration that lies', 'disagree', formOf(file(invoice, 'a.pdf', 'text/html'))],
    ['fewer bytes than announced', 'truncated', one, headersOf(one.length + 1)],
    ['a form that ends in the middle', 'truncated', one.subarray(0, 20_000), headersOf()],
    ['a form that ends in a header', 'truncated', one.subarray(0, 30), headersOf()],
    ['a different size than declared', 'truncated', formOf({ name: 'size', value: '1' }, file(invoice))],
    [
      'different bytes than declared',
      'truncated',
      formOf({ name: 'sha256', value: '0'.repeat(64) }, file(invoice)),
    ],
    ['a file without a form', 'noForm', invoice, headersOf(invoice.length, 'application/pdf')],
    ['a form without a boundary', 'noForm', one, headersOf(one.length, 'multipart/form-data')],
    ['an empty body', 'truncated', Buffer.alloc(0), headersOf(0)],
  ]

  test.each(cases)('%s: %s', async (_, problem, bytes, headers = headersOf(bytes.length)) => {
    expect(await problemOf(send(bytes, headers))).toBe(problem)
    expect(storedFiles()).toEqual([])
  })

  test('a form announced as too large is not even read', async () => {
    const { body, state } = bodyOf(Buffer.alloc(1000))
    expect(await problemOf(readForm(body, headersOf(MAX_BYTES * 2)))).toBe('tooLarge')
    expect(state).toEqual({ pulled: 0, cancelled: false })
  })

  test('the rest of a refused form is read, so that the browser reads the response, but only up to a limit', async () => {
    const { body, state } = bodyOf(formOf(file(Buffer.alloc(1024 * 1024), 'a.txt', 'text/plain')))
    expect(await problemOf(readForm(body, headersOf()))).toBe('notAccepted')
    expect(state.pulled).toBeGreaterThan(1024 * 1024)

    const endless = new ReadableStream<Uint8Array>({
      pull: (controller) => controller.enqueue(new Uint8Array(1 << 20)),
    })
    expect(await problemOf(readForm(endless, headersOf()))).toBe('tooLarge')
  })

  test('a connection that breaks', async () => {
    const { body } = bodyOf(formOf(file(invoice)).subarray(0, 20_000), { size: 1000, breaks: true })
    expect(await problemOf(readForm(body, headersOf(invoice.length + 200)))).toBe('Error: aborted')
    expect(storedFiles()).toEqual([])
  })

  test('a storage that fails', async () => {
    vi.spyOn(storage(), 'put').mockRejectedValueOnce(new Error('disk full'))
    expect(await problemOf(send(formOf(file(invoice))))).toBe('Error: disk full')
    expect(storedFiles()).toEqual([])
  })
})

test('a form with random changes is accepted or refused with a reason, and never hangs', async () => {
  const whole = formOf({ name: 'size', value: '3000' }, file(invoice.subarray(0, 3000)))
  const change = fc.record({
    at: fc.nat(whole.length),
    gone: fc.nat(400),
    put: fc.uint8Array({ maxLength: 12 }),
    size: fc.integer({ min: 1, max: 2000 }),
  })
  await fc.assert(
    fc.asyncProperty(change, async ({ at, gone: removed, put, size }) => {
      const changed = Buffer.concat([whole.subarray(0, at), put, whole.subarray(at + removed)])
      const before = storedFiles().length
      const answer = await problemOf(readForm(bodyOf(changed, { size }).body, headersOf(changed.length)))
      expect(answer).not.toMatch(/Error/)
      expect(storedFiles().length - before).toBe(answer === 'accepted' ? 1 : 0)
    }),
    { numRuns: 300 },
  )
})
