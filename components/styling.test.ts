import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

// The rule of docs/decisions/styling.md: utilities for layout, CSS modules for drawing, and nothing else.
const sheets = globSync('{app,components}/**/*.css')
const markup = globSync('{app,components}/**/*.tsx')
const read = (file: string) => readFileSync(file, 'utf8')
const matches = (files: string[], pattern: RegExp) =>
  files.flatMap((file) => [...read(file).matchAll(pattern)].map(([text]) => `${file}: ${text.trim()}`))

test('every style sheet except the one with the tokens is a CSS module', () => {
  expect(sheets.length).toBeGreaterThan(10)
  expect(sheets.filter((file) => !file.endsWith('.module.css'))).toEqual(['app/globals.css'])
})

test('the style sheet with the tokens defines no classes', () => {
  expect(matches(['app/globals.css'], /^\s*[^{};@]*\.[a-z][\w-]*.*\{$/gm)).toEqual([])
})

test('font weights come from the tokens', () => {
  expect(matches(sheets, /font-weight: (?!var\(--font-weight-).*/g)).toEqual([])
  expect(matches(markup, /\bfont-\[\d+\]/g)).toEqual([])
})

test('a style attribute only sets custom properties', () => {
  expect(markup.length).toBeGreaterThan(200)
  expect(matches(markup, /\bstyle=\{(?!\{ '--)[^}]*/g)).toEqual([])
})
