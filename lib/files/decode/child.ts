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

/**
 * The limits of a child process. Memory is the kernel's limit (KiB), within it JavaScript's (MiB) and PDFium's (64 KiB pages).
 */
const LIMITS = {
  milliseconds: 60_000,
  memory: 1_500_000,
  script: 256,
  pdfium: 10_240,
  output: 100 * 1024 * 1024,
}

/**
 * Renders page images of a document in a separate process, which is killed when it takes longer than `milliseconds` or more
 * memory than allowed. A problem with the document is a result; a problem on our side (the original cannot be read, the program
 * cannot start, `signal` aborts) is an error.
 */
export async function decode(
  original: Readable,
  mediaType: MediaType,
  { signal, milliseconds = LIMITS.milliseconds }: { signal?: AbortSignal; milliseconds?: number } = {},
): Promise<Decoded> {
  signal?.throwIfAborted()
  const child = spawnDecoder(mediaType)
  const timeout = AbortSignal.timeout(milliseconds)
  const stop = AbortSignal.any(signal ? [timeout, signal] : [timeout])
  const kill = () => child.kill('SIGKILL')
  stop.addEventListener('abort', kill)
  try {
    const [exit, output, errorOutput] = await Promise.all([
      waitForExit(child),
      collectOutput(child),
      buffer(child.stderr),
      feed(original, child),
    ])
    signal?.throwIfAborted()
    if (timeout.aborted) return { problem: 'timedOut' }
    return toResult(exit, output, String(errorOutput))
  } finally {
    stop.removeEventListener('abort', kill)
    kill()
  }
}

function spawnDecoder(mediaType: MediaType): Child {
  const root = projectFolder()
  const readable = ['node_modules', 'bin', 'lib', 'package.json'].map((name) => join(root, name))
  const node = [
    '--permission',
    '--allow-addons',
    ...readable.map((path) => `--allow-fs-read=${path}`),
    '--no-warnings',
    `--max-old-space-size=${LIMITS.script}`,
    `--wasm-max-mem-pages=${LIMITS.pdfium}`,
    join(root, 'bin/decode.ts'),
    mediaType,
  ]
  const limited = `ulimit -d ${LIMITS.memory}; ulimit -c 0; exec "$0" "$@"`
  return spawn('/bin/sh', ['-c', limited, process.execPath, ...node], {
    cwd: root,
    env: { NODE_ENV: 'production' },
    stdio: 'pipe',
  })
}

/** Returns the folder that contains bin/decode.ts, wherever this file was bundled to. */
function projectFolder(): string {
  const here = fileURLToPath(import.meta.url)
  for (let folder = dirname(here); folder !== dirname(folder); folder = dirname(folder))
    if (existsSync(join(folder, 'bin/decode.ts'))) return folder
  throw new Error(`No folder above ${here} contains bin/decode.ts.`)
}

/** Resolves with how the child ended, or rejects when it could not start. */
function waitForExit(child: Child) {
  return new Promise<{ code: number | null; signal: string | null }>((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code, signal) => resolve({ code, signal }))
  })
}

/** Pipes the document to the child. A child that ends before it has read everything is judged by how it ended. */
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

async function collectOutput(child: Child): Promise<Buffer> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of child.stdout) {
    bytes += chunk.length
    if (bytes <= LIMITS.output) chunks.push(chunk)
    else child.kill('SIGKILL')
  }
  return Buffer.concat(chunks)
}

function toResult(
  exit: { code: number | null; signal: string | null },
  output: Buffer,
  errorOutput: string,
): Decoded {
  const problem = exit.signal ? 'tooHeavy' : problemOf(exit.code)
  if (problem) return { problem }
  if (exit.code !== 0)
    throw new Error(`The decoding program exited with ${exit.code}: ${errorOutput.match(/^\w*Error.*/m)}`)
  const pages = unpack(output)
  if (pages.length < 1 || pages.length > MAX_PAGES) throw new Error(`${pages.length} pages were rendered.`)
  return { pages }
}

/** The frames of bin/decode.ts: width, height and length as 32-bit numbers, then the image. */
function unpack(output: Buffer): Page[] {
  const pages: Page[] = []
  for (let at = 0; at < output.length; ) {
    const length = output.readUInt32BE(at + 8)
    const image = output.subarray(at + 12, at + 12 + length)
    if (image.length < length || image.toString('latin1', 8, 12) !== 'WEBP')
      throw new Error('A page is corrupt.')
    pages.push({ width: output.readUInt32BE(at), height: output.readUInt32BE(at + 4), image })
    at += 12 + length
  }
  return pages
}
