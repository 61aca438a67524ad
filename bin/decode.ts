// Makes page images of one untrusted document. The worker starts it for each file (lib/files/decode/child.ts), unbundled
// and with minimal privileges: the document comes in by stdin, pages go out by stdout, and it can neither write files nor
// start programs nor see a setting. So it imports nothing that reads settings, and uses relative paths.
import { buffer } from 'node:stream/consumers'
import { imagePages } from '../lib/files/decode/image.ts'
import { pdfPages } from '../lib/files/decode/pdf.ts'
import { exitCode, problemIn } from '../lib/files/decode/problems.ts'
import type { MediaType } from '../lib/lists.ts'

const mediaType = process.argv[2] as MediaType
const bytes = await buffer(process.stdin)

try {
  const pages = mediaType === 'application/pdf' ? pdfPages(bytes) : imagePages(bytes, mediaType)
  for await (const { width, height, image } of pages) {
    const frame = Buffer.alloc(12)
    frame.writeUInt32BE(width, 0)
    frame.writeUInt32BE(height, 4)
    frame.writeUInt32BE(image.length, 8)
    await send(frame)
    await send(image)
  }
} catch (error) {
  // Any error of a decoder is attributed to the document.
  process.exitCode = exitCode(problemIn(error))
}

function send(bytes: Buffer) {
  return new Promise<void>((resolve, reject) => {
    process.stdout.write(bytes, (error) => (error ? reject(error) : resolve()))
  })
}
