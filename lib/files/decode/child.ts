import type { MediaType } from '@/lib/lists'
import 'server-only'
import { type ChildProcessWithoutNullStreams as Child, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { finished } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import { MAX_PAGES } from '@/lib/files/rules'
import type { Page } from './page'
import { type DecodeProblem, problemOf } from './problems'

export type Decoded = { pages: Page[] } | { problem: DecodeProblem }

/** What a child may use. Memory is what the kernel grants it (KiB), and within that JavaScript's (MiB) and PDFium's (64 KiB pages). */
const BOUNDS = {
  milliseconds: 60_000,
  memory: 1_500_000,
  script: 256,
  pdfium: 10_240,
  output: 100 * 1024 * 1024,
}

/**
 * Makes page images of a document in a process of its own, which is killed when it takes longer than `milliseconds`
 * or more memory than it gets. What is wrong with the document is an answer; what is wrong here (the original cannot
 * be read, the program cannot start, `signal` says stop) is an error.
 */
export async function decode(
  original: Readable,
  mediaType: MediaType,
  { signal, milliseconds = BOUNDS.milliseconds }: { signal?: AbortSignal; milliseconds?: number } = {},
): Promise<Decoded> {
  signal?.throwIfAborted()
  const child = start(mediaType)
  const time = AbortSignal.timeout(milliseconds)
  const stop = AbortSignal.any(signal ? [time, signal] : [time])
  const kill = () => child.kill('SIGKILL')
  stop.addEventListener('abort', kill)
  try {
    const [ended, output, complaint] = await Promise.all([
      endOf(child),
      collect(child),
      buffer(child.stderr),
      feed(original, child),
    ])
    signal?.throwIfAborted()
    if (time.aborted) return { problem: 'timedOut' }
    return judge(ended, output, String(complaint))
  } finally {
    stop.removeEventListener('abort', kill)
    kill()
  }
}

function start(mediaType: MediaType): Child {
  const root = projectFolder()
  const readable = ['node_modules', 'bin', 'lib', 'package.json'].map((name) => join(root, name))
  const node = [
    '--permission',
    '--allow-addons',
    ...readable.map((path) => `--allow-fs-read=${path}`),
    '--no-warnings',
    `--max-old-space-size=${BOUNDS.script}`,
    `--wasm-max-mem-pages=${BOUNDS.pdfium}`,
    join(root, 'bin/decode.ts'),
    mediaType,
  ]
  const bounded = `ulimit -d ${BOUNDS.memory}; ulimit -c 0; exec "$0" "$@"`
  return spawn('/bin/sh', ['-c', bounded, process.execPath, ...node], {
    cwd: root,
    env: { NODE_ENV: 'production' },
    stdio: 'pipe',
  })
}

/** The folder with bin/decode.ts in it, from wherever this file was bundled to. */
function projectFolder(): string {
  const here = fileURLToPath(import.meta.url)
  for (let folder = dirname(here); folder !== dirname(folder); folder = dirname(folder))
    if (existsSync(join(folder, 'bin/decode.ts'))) return folder
  throw new Error(`bin/decode.ts is in no folder above ${here}.`)
}

/** How the child ended, or the error that it could not start with. */
function endOf(child: Child) {
  return new Promise<{ code: number | null; signal: string | null }>((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code, signal) => resolve({ code, signal }))
  })
}

/** Hands the document over. A child that ends before it has read all is judged by how it ended. */
async function feed(original: Readable, child: Child) {
  const { stdin } = child
  stdin.on('error', () => {})
  stdin.on('close', () => original.destroy())
  original.pipe(stdin)
  await finished(original).catch((error) => {
    stdin.destroy()
    if (error.code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error
  })
}

async function collect(child: Child): Promise<Buffer> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of child.stdout) {
    bytes += chunk.length
    if (bytes <= BOUNDS.output) chunks.push(chunk)
    else child.kill('SIGKILL')
  }
  return Buffer.concat(chunks)
}

function judge(
  ended: { code: number | null; signal: string | null },
  output: Buffer,
  complaint: string,
): Decoded {
  const problem = ended.signal ? 'tooHeavy' : problemOf(ended.code)
  if (problem) return { problem }
  if (ended.code !== 0)
    throw new Error(`The decoding program ended with ${ended.code}: ${complaint.match(/^\w*Error.*/m)}`)
  const pages = unpack(output)
  if (pages.length < 1 || pages.length > MAX_PAGES) throw new Error(`${pages.length} pages were made.`)
  return { pages }
}

/** The frames of bin/decode.ts: width, height and length as 32-bit numbers, then the image. */
function unpack(output: Buffer): Page[] {
  const pages: Page[] = []
  for (let at = 0; at < output.length; ) {
    const length = output.readUInt32BE(at + 8)
    const image = output.subarray(at + 12, at + 12 + length)
    if (image.length < length || image.toString('latin1', 8, 12) !== 'WEBP')
      throw new Error('A page is broken.')
    pages.push({ width: output.readUInt32BE(at), height: output.readUInt32BE(at + 4), image })
    at += 12 + length
  }
  return pages
}
