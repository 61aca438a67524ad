import { expect, test } from 'vitest'
import { ChosenCountry, EquipmentList, MAX_ITEMS } from './input'

test('equipment is one field or several, with one item or several in each', () => {
  expect(EquipmentList.parse(undefined)).toEqual([])
  expect(EquipmentList.parse('S5 II')).toEqual(['S5 II'])
  expect(EquipmentList.parse(['S5 II, 20-60; GH7', ' S-S50\r\n9mm '])).toEqual([
    'S5 II',
    '20-60',
    'GH7',
    'S-S50',
    '9mm',
  ])
})

test('a comma within a number does not separate items', () => {
  expect(EquipmentList.parse('70-200 f/2,8, 50mm 1,8')).toEqual(['70-200 f/2,8', '50mm 1,8'])
})

test('any address gives a short list that the database can store', () => {
  expect(EquipmentList.parse(Array.from({ length: 500 }, () => 'S5'))).toHaveLength(MAX_ITEMS)
  expect(EquipmentList.parse('x'.repeat(5000))[0]).toHaveLength(100)
  expect(EquipmentList.parse(['a\0b', '\ud800', '  ', ';;'])).toEqual(['ab', '\ufffd'])
})

test('an unknown country is null', () => {
  expect(ChosenCountry.parse('FR')).toBe('FR')
  for (const given of ['fr', 'XX', '', undefined, ['FR', 'DE']]) expect(ChosenCountry.parse(given)).toBeNull()
})
