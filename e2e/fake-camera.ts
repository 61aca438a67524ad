import { rmSync, writeFileSync } from 'node:fs'
import { encode } from 'uqr'

const [WIDTH, HEIGHT] = [640, 480]

/** Writes a film (YUV4MPEG2, a second of ten frames) of a code on grey paper, and removes it when this process ends. */
export function filmCode(text: string, file: string) {
  const { data, size } = encode(text, { border: 4 })
  const scale = Math.floor(420 / size)
  const [left, top] = [WIDTH, HEIGHT].map((length) => Math.floor((length - size * scale) / 2))
  const dark = (x: number, y: number) =>
    data[Math.floor((y - Number(top)) / scale)]?.[Math.floor((x - Number(left)) / scale)]
  const light = Buffer.alloc(WIDTH * HEIGHT)
  for (let y = 0; y < HEIGHT; y++)
    for (let x = 0; x < WIDTH; x++) light[y * WIDTH + x] = dark(x, y) ? 30 : 220
  const frame = [Buffer.from('FRAME\n'), light, Buffer.alloc((WIDTH * HEIGHT) / 2, 128)]
  const header = Buffer.from(`YUV4MPEG2 W${WIDTH} H${HEIGHT} F10:1 Ip A1:1 C420jpeg\n`)
  writeFileSync(file, Buffer.concat([header, ...Array(10).fill(frame).flat()]))
  process.once('exit', () => rmSync(file, { force: true }))
}
