import { describe, expect, test } from 'vitest'
import { seededCatalogue } from '@/testing/catalogue'
import { compact, generation, plain, spellingKey, thirdParty } from './rules'

describe('spelling', () => {
  test.each([
    ['  LUMIX  S5 II ', 'lumix s5 ii'],
    ['20 – 60 mm', '20-60mm'],
    ['20-60  mm', '20-60mm'],
    ['20– 60, 20 –60', '20-60 20-60'],
    ['f 2.8, F2.8, f/ 2.8, 1 : 2.8', 'f2.8 f2.8 f2.8 f2.8'],
    ['12-60mm F/2,8-4,0', '12-60mm f2.8-4.0'],
    ['50mm 1:1.8', '50mm f1.8'],
    ['70-200/4', '70-200 4'],
    ['Gehäuse (schwarz)', 'gehause schwarz'],
  ])('%j is plainly %j', (text, expected) => expect(plain(text)).toBe(expected))

  test.each([
    ['LUMIX S5 II', 'lumixs5ii', 'lumixs5m2'],
    ['S5 Mark 2', 's5mark2', 's5m2'],
    ['s5 mk II', 's5mkii', 's5m2'],
    ['DC-S5M2X', 'dcs5m2x', 'dcs5m2x'],
    ['S1R II', 's1rii', 's1rm2'],
    ['GX7 Mark III', 'gx7markiii', 'gx7m3'],
    ['GX7III', 'gx7iii', 'gx7m3'],
    ['S5', 's5', 's5'],
  ])('%j is %j, and as a model number writes it %j', (text, short, number) => {
    expect(compact(text)).toBe(short)
    expect(generation(text)).toBe(number)
  })

  test.each([
    ['LUMIX S5 II', 's5m2'],
    [' lumix   DC-S5M2 ', 's5m2'],
    ['Leica DG Summilux 25', 'summilux25'],
    ['DMC-GH4', 'gh4'],
    ['DC S9', 's9'],
    ['H-X015', 'x015'],
    ['S-R2060', 'r2060'],
    ['My LUMIX S9', 'mylumixs9'],
    ['ADC-S9', 'adcs9'],
    ['GH5Mark2', 'gh5m2'],
    ['S1R mk2', 's1rm2'],
    [' – ', ''],
  ])('%j has the key %j', (text, key) => expect(spellingKey(text)).toBe(key))

  test('does not change when normalised twice', () => {
    for (const { name, modelNumber } of seededCatalogue()) {
      for (const text of [name, modelNumber]) {
        expect(plain(plain(text))).toBe(plain(text))
        expect(generation(generation(text))).toBe(generation(text))
      }
    }
  })
})

describe('another maker’s equipment', () => {
  test.each([
    ['Sigma 24-70mm F2.8 DG DN Art', 'Sigma'],
    ['SIGMA', 'Sigma'],
    ['sigam 85', 'Sigma'],
    ['85 – sigam', 'Sigma'],
    [`${'x'.repeat(195)}sigma`, null],
    [`${'x'.repeat(194)} sigma`, 'Sigma'],
    [`${'x'.repeat(198)} sigma`, null], // no model is that long
    ['24-70 DG DN', 'Sigma'],
    ['Tamrom 28-75', 'Tamron'],
    ['Canon EOS R5', 'Canon'],
    ['RF 24-105', 'Canon'],
    ['Nikkor Z 50', 'Nikon'],
    ['Sony ILCE-7M4', 'Sony'],
    ['FE 24-70 GM', 'Sony'],
    ['Fuji X-T5', 'Fujifilm'],
    ['M.Zuiko 12-40', 'OM SYSTEM'],
    ['OM-1', 'OM SYSTEM'],
    ['olimpus', 'OM SYSTEM'],
    ['Leica SL2-S', 'Leica'],
    ['LEICA Q3', 'Leica'],
    ['Leica D-Lux 8', 'Leica'],
    ['APO-Summicron-SL 35', 'Leica'],
    ['Super-Vario-Elmarit-SL 16-35', 'Leica'],
    ['Voigtländer Nokton 25', 'Voigtländer'],
    ['7artisans 35mm', '7Artisans'],
    ['TTArtisan', 'TTArtisan'],
    ['Viltrox', 'Viltrox'],
  ])('such as %j is by %s', (text, maker) => expect(thirdParty(text)).toBe(maker))

  test.each([
    'Leica',
    'leika 12-60',
    'LEICA DG SUMMILUX 25mm',
    'Leica Summilux 15',
    'Leica Macro-Elmarit 45',
    'Panasonic Leica DG Vario-Elmarit',
    'LUMIX S9 weiß',
    'lumix s9 weiss',
    'DC-S1-M',
    'macro',
    'canvas',
    '',
  ])('is not %j', (text) => expect(thirdParty(text)).toBeNull())

  test('matches nothing in the catalogue, nor anything in it with a character missing or doubled', () => {
    const texts = seededCatalogue().flatMap(({ modelNumber, name, aliases }) => [
      modelNumber,
      name,
      ...aliases,
    ])
    const near = texts.flatMap((text) => [
      text,
      ...[...[...text].keys()].map((at) => text.slice(0, at) + text.slice(at + 1)),
      ...[...[...text].keys()].map((at) => text.slice(0, at) + text[at] + text.slice(at)),
    ])
    expect(near.filter((text) => thirdParty(text) !== null)).toEqual([])
  })
})
