// Sends a number of requests and writes down how it went: node load.mjs job.json answer.json. A process of its own,
// so that neither the server nor the bench waits for it. It talks to this machine only.
import { readFileSync, writeFileSync } from 'node:fs'
import autocannon from 'autocannon'

const [, , job, answer] = process.argv
const { url, connections, amount, request, variants, expect } = JSON.parse(readFileSync(job, 'utf8'))
if (new URL(url).hostname !== '127.0.0.1') throw new Error(`${url} is not on this machine.`)

const MINUTE = 60_000
const times = []
const wrong = {}
let sent = 0
let example

const setupRequest = (defaults) => {
  const { headers, body } = variants[sent++ % variants.length]
  return { ...defaults, ...request, headers: { ...request.headers, ...headers }, body: body ?? '' }
}
const note = (what) => {
  wrong[what] = (wrong[what] ?? 0) + 1
}

const begun = performance.now()
let last = begun
const run = autocannon({
  url,
  connections,
  amount,
  sampleInt: 50,
  timeout: 20,
  requests: [{ setupRequest }],
  verifyBody: (body) => body.includes(expect),
})
run.on('response', (_, status, _bytes, milliseconds) => {
  last = performance.now()
  times.push(milliseconds)
  if (status !== 200) note(`status ${status}`)
})
run.on('reqError', (error) => note(error.message))
run.on('reqMismatch', (body) => {
  note('another answer than expected')
  example ??= String(body).slice(0, 500)
})
const late = setTimeout(() => run.stop(), MINUTE)
await run
clearTimeout(late)
writeFileSync(answer, JSON.stringify({ times, sent, seconds: (last - begun) / 1000, wrong, example }))
