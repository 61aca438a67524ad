import { randomBytes } from 'node:crypto'
import { request } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { memoryOf, peakDuring, processOn } from './fixtures/memory'
import { startOwnPortal } from './fixtures/own-portal'
import { makePeople } from './fixtures/people'
import { expect, test } from './fixtures/test'

const MB = 1024 * 1024

test.skip(process.platform !== 'linux', 'reads /proc')

test('20 uploads of 15 MB at once raise the server’s memory by less than 64 MB', async () => {
  test.setTimeout(180_000)
  const portal = await startOwnPortal('uploads-memory')
  try {
    const { token } = await makePeople(portal).member()
    const server = processOn(Number(new URL(portal.url).port))
    const send = () => upload(portal.url, token, 15 * MB)
    expect(await send()).toBe(201) // the route is loaded, as it is in a server that has seen a day
    await pause(1000)
    const before = memoryOf(server)
    let answers: number[] = []
    const peak = await peakDuring(server, async () => {
      answers = await Promise.all(Array.from({ length: 20 }, send))
    })
    const rise = (peak - before) / MB
    console.log(
      `Memory of the server: ${Math.round(before / MB)} MB, and ${Math.round(rise)} MB more at most.`,
    )
    expect(answers).toEqual(Array(20).fill(201))
    expect(rise).toBeLessThan(64)
  } finally {
    await portal.stop()
  }
})

/** Sends a file that nobody has sent before, in pieces, and returns the status of the answer. */
function upload(portal: string, token: string, size: number): Promise<number> {
  const start =
    '--line\r\ncontent-disposition: form-data; name="file"; filename="a.pdf"\r\ncontent-type: application/pdf\r\n\r\n%PDF-1.7\n'
  const end = '\r\n--line--\r\n'
  const headers = {
    cookie: `lumix-session=${token}`,
    origin: portal,
    accept: 'application/json',
    'content-type': 'multipart/form-data; boundary=line',
    'content-length': start.length + size - 9 + end.length,
  }
  return new Promise((resolve, reject) => {
    const sending = request(`${portal}/uploads?for=draft`, { method: 'POST', headers }, (answer) => {
      answer.resume().on('end', () => resolve(answer.statusCode ?? 0))
    })
    sending.on('error', reject)
    sending.write(start)
    write(size - 9)

    function write(left: number) {
      if (left <= 0) return void sending.end(end)
      const piece = randomBytes(Math.min(left, 64 * 1024))
      if (sending.write(piece)) setImmediate(write, left - piece.length)
      else sending.once('drain', () => write(left - piece.length))
    }
  })
}
