import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { seededCatalogue, someFacts } from '@/testing/catalogue'
import type { CatalogueEntry } from '../changes'
import { ProductFacts } from '../input'
import { readFile, writeFile } from './file'
import { planImport } from './plan'

const TODAY = '2026-11-20'
const HEAD = 'model_number,name,kind,mount,aliases,qualifying_from,qualifying_to,source'
const ROW = 'DC-Q1,LUMIX Q1,camera,L-Mount,Q One|Q-Uno,2026-01-01,,verified'
const file = (...rows: string[]) => [HEAD, ...rows].join('\r\n')
const rowsOf = (content: string) => {
  const read = readFile(content)
  if ('problem' in read) throw new Error(read.problem)
  return read.rows
}
const problemsOf = (content: string) =>
  rowsOf(content).flatMap((one) =>
    'problems' in one ? one.problems.map(({ field, key }) => [field, key]) : [],
  )

let ids = 0
const entry = (facts: ProductFacts, registered = false): CatalogueEntry => ({
  ...facts,
  id: `${++ids}`,
  version: 1,
  registered,
})
const plan = (content: string, entries: CatalogueEntry[]) => planImport(rowsOf(content), entries, TODAY)

describe('a file', () => {
  const facts = {
    modelNumber: 'DC-Q1',
    name: 'LUMIX Q1',
    kind: 'camera',
    mount: 'L-Mount',
    aliases: ['Q One', 'Q-Uno'],
    qualifyingFrom: '2026-01-01',
    qualifyingTo: null,
    source: 'verified',
  }

  test.each([
    ['with commas', file(ROW)],
    ['with semicolons, as a German Excel writes', file(ROW).replaceAll(',', ';')],
    ['with the byte order mark Excel adds', `\uFEFF${file(ROW)}`],
    [
      'with quotes and simple line ends',
      file(ROW.replace('LUMIX Q1', '"LUMIX Q1"')).replaceAll('\r\n', '\n'),
    ],
    ['with dates that Excel reformatted', file(ROW.replace('2026-01-01', '1.1.2026'))],
    [
      'with columns in upper case and another order',
      `SOURCE;${HEAD.replaceAll(',', ';').replace(';source', '')}\nverified;${ROW.replaceAll(',', ';').replace(';verified', '')}`,
    ],
  ])('%s is read', (_, content) => expect(rowsOf(content)).toEqual([{ row: 2, named: 'DC-Q1', facts }]))

  test.each([
    ['without a row', HEAD, 'empty'],
    ['with only empty rows', file(',,,,,,,', ''), 'empty'],
    ['with an open quotation mark', file('"DC-Q1,x'), 'notCsv'],
    ['with a column we do not know', `${HEAD},picture\n${ROW},x`, 'columnsUnknown'],
    ['with a column twice', `${HEAD},name\n${ROW},x`, 'columnsTwice'],
    ['without a column', HEAD.replace('mount,', ''), 'columnsMissing'],
    ['with nothing in it', '', 'columnsMissing'],
    ['with too many rows', file(...Array.from({ length: 2001 }, () => ROW)), 'tooManyRows'],
  ])('%s is not read', (_, content, problem) => expect(readFile(content)).toMatchObject({ problem }))

  test('numbers invalid rows as a spreadsheet does, including empty ones', () => {
    expect(readFile(file(ROW, '"b'))).toMatchObject({ problem: 'notCsv', row: 3 })
    const [, broken] = rowsOf(file(ROW, '', 'DC-Q2,,teapot,L-Mount,,25/11/2026,2026-02-30,verified'))
    expect(broken).toMatchObject({ row: 4, named: 'DC-Q2' })
  })

  test.each([
    ['DC-Q2,,camera,L-Mount,,,,x', [['name', 'required']]],
    [
      'DC-Q2,Q2,teapot,,,25/11/2026,,x',
      [
        ['kind', 'kind'],
        ['mount', 'required'],
        ['qualifyingFrom', 'csvDate'],
      ],
    ],
    ['DC-Q2,Q2,lens,L-Mount,,,2026-01-01,x', [['qualifyingTo', 'toWithoutFrom']]],
    ['DC-Q2,Q2,lens,L-Mount,,2026-01-02,2026-01-01,x', [['qualifyingTo', 'toBeforeFrom']]],
    [
      '…,Q2,lens,L-Mount,…,,,x',
      [
        ['modelNumber', 'spelling'],
        ['aliases', 'alias'],
      ],
    ],
    ['DC-Q2,Q2,lens', [[undefined, 'cells']]],
    [`${ROW},more`, [[undefined, 'cells']]],
  ])('%s is invalid, for these reasons', (row, problems) => expect(problemsOf(file(row))).toEqual(problems))
})

describe('importing', () => {
  test('tells new, changed and unchanged products apart, and leaves the rest alone', () => {
    const [one, two, three] = [
      entry(someFacts()),
      entry(someFacts({ aliases: ['A, "b"; c'] })),
      entry(someFacts()),
    ]
    const newProduct = someFacts()
    const content = writeFile([newProduct, { ...one, mount: 'Other', name: `${one.name} x` }, two])
    expect(plan(content, [one, two, three])).toMatchObject([
      { row: 2, becomes: 'new', facts: newProduct },
      { row: 3, becomes: 'changed', fields: ['name', 'mount'] },
      { row: 4, becomes: 'same' },
    ])
  })

  test('refuses a duplicate model, a spelling taken in file or catalogue, and whatever the form refuses', () => {
    const [one, held] = [entry(someFacts()), entry(someFacts(), true)]
    const [a, b] = [someFacts({ aliases: ['Same thing'] }), someFacts({ aliases: ['SAME-THING'] })]
    const content = writeFile([
      a,
      b,
      { ...a, modelNumber: a.modelNumber.toLowerCase() },
      someFacts({ name: one.name }),
      { ...held, kind: 'lens' },
      { ...held, modelNumber: someFacts().modelNumber, qualifyingTo: '2026-11-01' },
    ])
    expect(plan(content, [one, held]).map((row) => row.becomes === 'wrong' && row.problems)).toMatchObject([
      [{ field: 'aliases', key: 'spellingTaken', values: { modelNumber: b.modelNumber } }],
      [{ field: 'aliases', key: 'spellingTaken', values: { modelNumber: a.modelNumber } }],
      [{ field: 'modelNumber', key: 'twiceInFile', values: { row: 2 } }],
      [{ field: 'name', key: 'spellingTaken', values: { modelNumber: one.modelNumber } }],
      [{ field: 'kind', key: 'productKindSettled' }],
      [{ field: 'name', key: 'spellingTaken' }],
    ])
  })

  test('lets a spelling move from one product to another', () => {
    const [one, two] = [entry(someFacts({ aliases: ['Wanderer'] })), entry(someFacts())]
    const content = writeFile([
      { ...two, aliases: ['Wanderer'] },
      { ...one, aliases: [] },
    ])
    expect(plan(content, [one, two]).map(({ becomes }) => becomes)).toEqual(['changed', 'changed'])
  })
})

const text = fc.string({ unit: fc.constantFrom(...'aZ9 -=+@%,;"|\'äß—\t\r\n'), minLength: 1, maxLength: 12 })
const anyFacts = fc
  .record({
    modelNumber: text,
    name: text,
    mount: text,
    source: text,
    aliases: fc.array(text, { maxLength: 4 }),
  })
  .map((some) => ProductFacts.safeParse({ ...someFacts(), qualifyingFrom: '', qualifyingTo: '', ...some }))
  .filter(({ success }) => success)
  .map(({ data }) => data as ProductFacts)

test('an export can be imported again unchanged, for anything the form accepts', () => {
  fc.assert(
    fc.property(fc.array(anyFacts, { minLength: 1, maxLength: 5 }), (all) => {
      const rows = rowsOf(writeFile(all))
      expect(rows.map((row) => 'facts' in row && row.facts)).toEqual(all)
    }),
    { numRuns: 300 },
  )
})

test('importing the exported seed changes nothing', () => {
  const all = seededCatalogue().map(({ id: _, qualifying: __, ...facts }) =>
    entry({ ...facts, aliases: [...facts.aliases], source: 'verified' }, true),
  )
  expect(new Set(plan(writeFile(all), all).map(({ becomes }) => becomes))).toEqual(new Set(['same']))
})
