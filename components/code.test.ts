import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { encode } from 'uqr'
import { expect, test } from 'vitest'
import { Code } from './code'

const MASKS = [0, 1, 2, 3, 4, 5, 6, 7]

test.each([
  'https://portal.example/c/9JX2K3M4N5P6Q7R8S9T0',
  'http://localhost:3000/c/4fzzzzzzzzzzzzzzzzzzzzzzzz',
  'otpauth://totp/LUMIX%20PRO:zoë@example.org?secret=ABCDEFGHIJKLMNOPQRSTUVWXYZ234567&issuer=LUMIX%20PRO',
])('another QR library draws the same code for %s', (value) => {
  const markup = renderToStaticMarkup(createElement(Code, { value, label: 'The code' }))
  // Libraries may choose a different one of the eight masks. Everything else is specified by ISO/IEC 18004.
  const others = MASKS.map((maskPattern) => encode(value, { ecc: 'M', border: 4, maskPattern }).data)
  expect(others).toContainEqual(drawnModules(markup))
})

/** Returns which modules the drawn path darkens. */
function drawnModules(markup: string) {
  const size = Number(/viewBox="0 0 (\d+) /.exec(markup)?.[1])
  const rows = Array.from({ length: size }, () => Array<boolean>(size).fill(false))
  for (const [, x, y, width] of markup.matchAll(/M(\d+) (\d+)h(\d+)v1h-\3z/g))
    rows[Number(y)]?.fill(true, Number(x), Number(x) + Number(width))
  return rows
}
