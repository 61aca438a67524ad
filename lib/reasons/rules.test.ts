import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { NewReason } from './input'
import { moveInList } from './rules'

const list = fc.uniqueArray(fc.uuid(), { minLength: 1, maxLength: 12 })
const spot = fc.nat()

describe('moving a reason', () => {
  test('loses and doubles none, and puts it one place further', () => {
    fc.assert(
      fc.property(list, spot, fc.constantFrom('up' as const, 'down' as const), (ids, nth, way) => {
        const from = nth % ids.length
        const id = ids[from] ?? ''
        const order = moveInList(ids, id, way)
        const to = from + (way === 'up' ? -1 : 1)
        if (to < 0 || to >= ids.length) {
          expect(order).toBeNull()
          return
        }
        expect(order?.toSorted()).toEqual(ids.toSorted())
        expect(order?.indexOf(id)).toBe(to)
        expect(order?.filter((one) => one !== id)).toEqual(ids.filter((one) => one !== id))
      }),
    )
  })

  test('up and down again is where it was', () => {
    fc.assert(
      fc.property(list, spot, (ids, nth) => {
        const id = ids[nth % ids.length] ?? ''
        const up = moveInList(ids, id, 'up')
        if (up) expect(moveInList(up, id, 'down')).toEqual(ids)
      }),
    )
  })

  test('knows no stranger', () => expect(moveInList(['a', 'b'], 'c', 'up')).toBeNull())
})

describe('the form', () => {
  const typed = { kind: 'ask', en: 'Please send all pages.', de: 'Bitte senden Sie alle Seiten.' }
  test.each(['en', 'de'])('misses no language: %s', (language) =>
    expect(NewReason.safeParse({ ...typed, [language]: ' \n' }).error?.issues).toMatchObject([
      { path: [language], message: 'required' },
    ]),
  )
  test('asks what an ending means, and only then', () => {
    expect(NewReason.safeParse({ ...typed, kind: 'end' }).error?.issues).toMatchObject([
      { path: ['ending'], message: 'ending' },
    ])
    expect(NewReason.parse({ ...typed, kind: 'end', ending: 'sold' }).ending).toBe('sold')
    expect(NewReason.parse({ ...typed, ending: 'sold' }).ending).toBeUndefined()
  })
})
