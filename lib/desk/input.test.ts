import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { drawMembershipNumber } from '@/lib/memberships/number'
import { Check, readCard } from './input'

const CODE = 'h1lXk2p0Yx-_Qm3nB4vC5zA6sD7fG8hJ9kL0qW1eR2t'

describe('what was typed or scanned', () => {
  test.each([['LP-7K3M9-Q2XH7', drawMembershipNumber()]])(
    'a number is read as on the card, however it is written (%s)',
    (_, number) => {
      const bare = number.replaceAll('-', '')
      for (const typed of [
        number,
        number.toLowerCase(),
        bare,
        bare.slice(2),
        ` ${bare.slice(2, 7)} ${bare.slice(7)} `,
      ])
        expect(readCard(typed)).toEqual({ number })
    },
  )

  test('a link or its last part is the card’s code', () => {
    for (const typed of [
      CODE,
      ` ${CODE}\n`,
      `https://pro.example/c/${CODE}`,
      `http://localhost:3000/c/${CODE}/`,
    ])
      expect(readCard(typed)).toEqual({ code: CODE })
  })

  test('anything else is neither, and never both', () => {
    for (const typed of [
      'LP-00000-00001',
      'Müller',
      `${CODE}x`,
      `https://pro.example/d/${CODE}`,
      '../c/',
      '%',
    ])
      expect(readCard(typed)).toEqual({})
    fc.assert(fc.property(fc.string(), (typed) => Object.keys(readCard(typed)).length <= 1))
  })
})

describe('the form', () => {
  const right = { card: CODE, purpose: 'card' }
  const wrong = (form: object) =>
    Check.safeParse(form).error?.issues.map(({ path, message }) => [path[0], message])

  test('needs a card and a known purpose, and treats blank fields as missing', () => {
    const blank = { caseNumber: ' ', surname: '', status: '', expiresOn: '' }
    expect(Check.parse({ ...right, ...blank })).toEqual({ card: { code: CODE }, purpose: 'card' })
    expect(wrong({})).toEqual([
      ['card', 'required'],
      ['purpose', 'purpose'],
    ])
    expect(wrong({ ...right, card: '  ' })).toEqual([['card', 'required']])
    expect(wrong({ ...right, card: ['a', 'b'] })).toEqual([['card', 'required']])
    expect(wrong({ ...right, purpose: 'curiosity' })).toEqual([['purpose', 'purpose']])
  })

  test('accepts a case number of 40 plain characters', () => {
    expect(Check.parse({ ...right, caseNumber: ' RMA 12-7/b.1 ' }).caseNumber).toBe('RMA 12-7/b.1')
    for (const caseNumber of ['x'.repeat(41), 'a@b.c', 'für', 'a\nb'])
      expect(wrong({ ...right, caseNumber })).toEqual([['caseNumber', 'caseNumber']])
  })

  test('compares only a known status and an existing date', () => {
    const printed = { surname: 'Müller', status: 'gold', expiresOn: '2028-02-29' }
    expect(Check.parse({ ...right, ...printed })).toMatchObject(printed)
    expect(wrong({ ...right, status: 'Gold' })).toEqual([['status', 'invalid']])
    expect(wrong({ ...right, expiresOn: '2027-02-29' })).toEqual([['expiresOn', 'date']])
  })
})
