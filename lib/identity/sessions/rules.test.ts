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
  [`Mozilla/5.0 (Windows NT 10.0) ${webkit} Chrome/142.0 Safari/537.36 OPR/126.0`, 'Opera', 'Windows'],
  ['Opera/9.80 (Windows NT 6.1) Presto/2.12 Version/12.16', 'Opera', 'Windows'],
  [
    `Mozilla/5.0 (Linux; Android 16) ${webkit} SamsungBrowser/28.0 Chrome/130.0 Mobile Safari/537.36`,
    'Samsung Internet',
    'Android',
  ],
  [
    `Mozilla/5.0 (Linux; Android 16) ${webkit} Chrome/142.0 Mobile Safari/537.36 EdgA/142.0`,
    'Edge',
    'Android',
  ],
  ['Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) EdgiOS/142.0 Safari/604.1', 'Edge', 'iPhone'],
  ['Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) CriOS/142.0 Safari/604.1', 'Chrome', 'iPhone'],
  ['Mozilla/5.0 (iPad; CPU OS 18_1 like Mac OS X) FxiOS/144.0 Safari/604.1', 'Firefox', 'iPad'],
  [`Mozilla/5.0 (X11; CrOS x86_64 16433) ${webkit} Chromium/142.0 Safari/537.36`, 'Chrome', 'ChromeOS'],
  ['Mozilla/5.0 (Macintosh) Gecko/20100101 Firefox/144.0', 'Firefox', 'macOS'],
  ['Something (Intel Mac OS X 10_15_7)', undefined, 'macOS'],
  // A longer word that contains a name does not count.
  ['NoEdge/1 NoOPR/1 Operas NoSamsungBrowser/1 NoFirefox/1 NoChrome/1 NoSafari/1', undefined, undefined],
  ['NoFxiOS/1 NoChromium/1 NoCriOS/1 NoOpera', undefined, undefined],
  ['iPhones iPads Androids WindowsCE CrOSs MacintoshII Linuxes', undefined, undefined],
  ['aniPhone aniPad anAndroid aWindows aCrOS aMacintosh aMac OS X aLinux Mac OS XI', undefined, undefined],
  ['curl/8.9', undefined, undefined],
  [null, undefined, undefined],
])('%s', (agent, browser, system) => expect(deviceOf(agent)).toEqual({ browser, system }))

test('no text from the header ends up in the result', () => {
  fc.assert(
    fc.property(fc.string(), (agent) => {
      const { browser = '', system = '' } = deviceOf(agent)
      expect(`${browser}${system}`).toMatch(/^[A-Za-z ]*$/)
    }),
  )
})
