import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

const read = (path: string) => readFileSync(path, 'utf8')
const tracked = () =>
  execFileSync('git', ['ls-files', '-z'], { encoding: 'utf8' }).split('\0').filter(Boolean)

describe('Windows can check the tree out', () => {
  test('no tracked path has a name that Windows refuses', () => {
    const paths = tracked()
    expect(paths.length).toBeGreaterThan(500)
    expect(paths.filter(isRefusedByWindows)).toEqual([])
  })

  test('no two tracked paths differ by case only', () => {
    expect(sameButForCase(tracked())).toEqual([])
  })

  test.each([
    'db/*_none.sql',
    'a<b',
    'a>b',
    'a:b',
    'a"b',
    'a|b',
    'a?b',
    'a\\b',
    'a\tb',
    'lib/dot.',
    'lib./dot',
    'lib/space ',
    'CON',
    'lib/nul.ts',
    'lib/Com1/rules.ts',
    'lpt9.test.ts',
  ])('%j is refused', (path) => expect(isRefusedByWindows(path)).toBe(true))

  test.each(['app/(member)/account/[id]/page.tsx', '.gitignore', 'lib/console.ts', 'lib/com.ts', 'a b.md'])(
    '%j is not',
    (path) => expect(isRefusedByWindows(path)).toBe(false),
  )

  test('folders that differ by case only clash too', () => {
    expect(sameButForCase(['lib/desk/rules.ts', 'lib/Desk/input.ts', 'README.md', 'readme.md'])).toEqual([
      ['lib/desk', 'lib/Desk'],
      ['README.md', 'readme.md'],
    ])
  })
})

test('the changelog starts with the version in package.json', () => {
  const { version } = JSON.parse(read('package.json'))
  expect(/^## \[([^\]]+)\]/m.exec(read('CHANGELOG.md'))?.[1]).toBe(version)
  expect(JSON.parse(read('package-lock.json')).version).toBe(version)
})

test('.nvmrc names the Node version that package.json requires', () => {
  const { engines, dependencies } = JSON.parse(read('package.json'))
  const major = read('.nvmrc').trim()
  expect(engines.node).toMatch(new RegExp(`^>=${major}\\b`))
  expect(dependencies.node).toMatch(new RegExp(`^${major}\\.`))
})

describe('every override is explained in the docs', () => {
  const { overrides } = JSON.parse(read('package.json'))
  test.each(Object.keys(overrides))('%s', (name) => {
    expect(read('docs/decisions/dependencies.md')).toMatch(new RegExp(`^- .*\`${name}\``, 'm'))
  })
})

/** Whether a segment of `path` is a name that Windows refuses (learn.microsoft.com, "Naming Files, Paths, and Namespaces"). */
function isRefusedByWindows(path: string) {
  return path.split('/').some(
    (part) =>
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is refused
      /[<>:"|?*\\\u0000-\u001f]/.test(part) ||
      /[. ]$/.test(part) ||
      /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\.|$)/i.test(part),
  )
}

/** Returns pairs of files or folders that are the same on a case-insensitive file system. */
function sameButForCase(paths: readonly string[]) {
  const places = new Set(
    paths.flatMap((path) => [...path.matchAll(/\/|$/g)].map((end) => path.slice(0, end.index))),
  )
  const known = new Map<string, string>()
  return [...places].flatMap((place) => {
    const key = place.normalize('NFC').toLowerCase()
    const first = known.get(key)
    known.set(key, first ?? place)
    return first ? [[first, place]] : []
  })
}
