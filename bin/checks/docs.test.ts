import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs'
import { sep } from 'node:path'
import { getTableName, is, Table } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import * as schema from '@/db/schema'

const read = (path: string) => readFileSync(path, 'utf8')
const inParts = (path: string) => path.split(sep).slice(1)

const FOLDERS = globSync('lib/**/').map((path) => inParts(path).filter(Boolean).join('/'))
/** The addresses of pages and routes: their folders without the route groups, which are in parentheses. */
const ROUTES = globSync('app/**/{page.tsx,route.ts}').map((path) => {
  const folders = inParts(path).slice(0, -1)
  return `/${folders.filter((folder) => !folder.startsWith('(')).join('/')}`
})
const TABLES: string[] = Object.values(schema).flatMap((one) => (is(one, Table) ? getTableName(one) : []))
const TEXTS = readdirSync('lib/i18n/messages/en').map((file) => file.replace('.json', ''))

describe('a decision', () => {
  const index = read('docs/decisions/README.md')
  const files = readdirSync('docs/decisions').filter((file) => file.endsWith('.md') && file !== 'README.md')
  test.each(files)('%s has date, status and consequences, and is listed', (file) => {
    const text = read(`docs/decisions/${file}`)
    expect(text).toMatch(/^# .+\n\nDate: \d{4}-\d{2}-\d{2} · Status: (proposed|accepted|superseded by \S+)\n/)
    expect(text).toContain('\n**Consequences.**')
    expect(index).toContain(`](${file})`)
  })
})

describe('a text about the code', () => {
  const texts = globSync(['*.md', 'docs/**/*.md', 'lib/**/README.md', 'e2e/**/README.md'])
  const path = /`((?:app|bin|components|db|docs|e2e|lib|testing)\/[^`\s*<{:#]+)`/g

  test.each(texts.filter((file) => file !== 'CHANGELOG.md'))(
    '%s names files and folders that are there',
    (file) => {
      const named = [...read(file).matchAll(path)].map(([, name = '']) => name)
      expect(named.filter((name) => !['', '.ts', '.tsx'].some((end) => existsSync(name + end)))).toEqual([])
    },
  )
})

describe('the glossary', () => {
  const words = readWords()

  test('has the terms of the domain', () => expect(words.length).toBeGreaterThan(60))

  test.each(words)(
    '$word: its folder, route, table and texts exist',
    ({ folders, routes, tables, texts }) => {
      expect(folders.filter((folder) => !FOLDERS.includes(folder))).toEqual([])
      expect(routes.filter((route) => !ROUTES.includes(route))).toEqual([])
      expect(tables.filter((table) => !TABLES.includes(table))).toEqual([])
      expect(texts.filter((file) => !TEXTS.includes(file))).toEqual([])
    },
  )

  test('covers every folder of lib, every table and every message file', () => {
    const named = words.flatMap(({ folders, tables, texts }) => [
      ...folders.map((folder) => `lib/${folder.split('/')[0]}`),
      ...tables,
      ...texts.map((file) => `${file}.json`),
    ])
    const all = [
      ...FOLDERS.filter((folder) => /^[^/]+$/.test(folder)).map((folder) => `lib/${folder}`),
      ...TABLES,
      ...TEXTS.map((file) => `${file}.json`),
    ]
    expect(all.filter((name) => !named.includes(name))).toEqual([])
  })
})

/** Returns the rows of the glossary's tables, with the names in their last four columns. */
function readWords() {
  const rows = read('docs/glossary.md').match(/^\| (?!-|Word ).+$/gm) ?? []
  return rows.map((row) => {
    const [word = '', , , ...places] = row
      .slice(1, -1)
      .split('|')
      .map((cell) => cell.trim())
    const [folders = [], routes = [], tables = [], texts = []] = places.map((cell) =>
      [...cell.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name),
    )
    return { word, folders, routes, tables, texts }
  })
}
