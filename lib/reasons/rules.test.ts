import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { NewReason } from './input'
import { moveInList } from './rules'

const list = fc.uniqueArray(fc.uuid(), { minLength: 1, maxLength: 12 })
const index = fc.nat()

describe('moving a reason', () => {
  test('loses and duplicates none, and moves it by one place', () => {
    fc.assert(
      fc.property(list, index, fc.constantFrom('up' as const, 'down' as const), (ids, nth, way) => {
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

  test('up and down again restores the order', () => {
    fc.assert(
      fc.property(list, index, (ids, nth) => {
        const id = ids[nth % ids.length] ?? ''
        const up = moveInList(ids, id, 'up')
        if (up) expect(moveInList(up, id, 'down')).toEqual(ids)
      }),
    )
  })

  test('returns null for an unknown id', () => expect(moveInList(['a', 'b'], 'c', 'up')).toBeNull())
})

describe('the form', () => {
  const typed = { kind: 'ask', en: 'Please send all pages.', de: 'Bitte senden Sie alle Seiten.' }
  test.each(['en', 'de'])('requires each language: %s', (language) =>
    expect(NewReason.safeParse({ ...typed, [language]: ' \n' }).error?.issues).toMatchObject([
      { path: [language], message: 'required' },
    ]),
  )
  test('requires the meaning of an ending, and only then', () => {
    expect(NewReason.safeParse({ ...typed, kind: 'end' }).error?.issues).toMatchObject([
      { path: ['ending'], message: 'ending' },
    ])
    expect(NewReason.parse({ ...typed, kind: 'end', ending: 'sold' }).ending).toBe('sold')
    expect(NewReason.parse({ ...typed, ending: 'sold' }).ending).toBeUndefined()
  })
})
