import fc from 'fast-check'
import { expect, test } from 'vitest'
import { deviceOf } from './rules'

const webkit = 'AppleWebKit/537.36 (KHTML, like Gecko)'
test.each([
  [`Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${webkit} Chrome/142.0.0.0 Safari/537.36`, 'Chrome', 'Windows'],
  [`Mozilla/5.0 (Windows NT 10.0) ${webkit} Chrome/142.0 Safari/537.36 Edg/142.0`, 'Edge', 'Windows'],
  ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Version/18.1 Safari/605.1.15', 'Safari', 'macOS'],
  ['Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) Version/18.1 Safari/604.1', 'Safari', 'iPhone'],
  ['Mozilla/5.0 (X11; Linux x86_64; rv:144.0) Gecko/20100101 Firefox/144.0', 'Firefox', 'Linux'],
  [`Mozilla/5.0 (Linux; Android 16; Pixel 9) ${webkit} Chrome/142.0 Safari/537.36`, 'Chrome', 'Android'],
  ['curl/8.9', undefined, undefined],
  [null, undefined, undefined],
])('%s', (agent, browser, system) => expect(deviceOf(agent)).toEqual({ browser, system }))

test('nothing that a browser says of itself gets into the words', () => {
  fc.assert(
    fc.property(fc.string(), (agent) => {
      const { browser = '', system = '' } = deviceOf(agent)
      expect(`${browser}${system}`).toMatch(/^[A-Za-z ]*$/)
    }),
  )
})
