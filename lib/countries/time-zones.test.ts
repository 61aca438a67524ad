import { expect, test } from 'vitest'
import { COUNTRY_CODES } from './rules'
import { isTimeZone, timeZonesOf, usualTimeZone } from './time-zones'

test('every country has a usual time zone, and one of its own where anybody lives', () => {
  for (const country of COUNTRY_CODES) {
    const [own, usual] = [timeZonesOf(country), usualTimeZone(country)]
    expect([country, isTimeZone(usual)]).toEqual([country, true])
    expect([country, own.length === 0 || own.includes(usual)]).toEqual([country, true])
  }
})

test.each([
  ['DE', 'Europe/Berlin'],
  ['JP', 'Asia/Tokyo'],
  ['US', 'America/New_York'],
  ['PT', 'Europe/Lisbon'],
])('the usual zone of %s is %s', (country, zone) => expect(usualTimeZone(country)).toBe(zone))

test.each(['', 'Berlin', 'Europe/Nowhere', 'utc; drop'])('"%s" is no time zone', (name) =>
  expect(isTimeZone(name)).toBe(false),
)
