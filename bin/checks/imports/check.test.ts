import { expect, test } from 'vitest'
import { findProblems } from './check'
import { readImports, readSources } from './read'

const sources = readSources(process.cwd())
const imports = readImports(sources)

/** Returns the problems of the tree after these modules were added to it or replaced existing ones. */
function problemsWith(planted: Record<string, string>) {
  const all = new Map([...sources, ...Object.entries(planted)])
  const others = imports.filter(({ from }) => !(from in planted))
  return findProblems([...all.keys()], [...others, ...readImports(all, Object.keys(planted))])
}

test('the tree follows the import rules', () => {
  expect(findProblems([...sources.keys()], imports)).toEqual([])
})

test.each([
  ['lib/reviews/rules.ts', `import { db } from '@/db/client'`, 'are pure'],
  ['lib/reviews/policy.ts', `import type { Waiting } from './queries/queue'`, 'are pure'],
  ['lib/time.ts', `import type { Centre } from './centres/rules'`, 'the kernel imports no noun'],
  ['lib/mail/parts.tsx', `export * from '@/lib/reviews/rules'`, 'the kernel imports no noun'],
  [
    'lib/reviews/queries/planted.ts',
    `import { tasks } from '@/lib/worker/tasks'`,
    'only the worker imports the worker',
  ],
  [
    'app/staff/page.tsx',
    `import type { Task } from '@/lib/worker/task'`,
    'only the worker imports the worker',
  ],
  ['lib/reviews/planted.tsx', `import Page from '@/app/(public)/page'`, 'only app imports app'],
  ['lib/reviews/planted.tsx', `import { Button } from '@/components/button'`, 'import no screens'],
  ['lib/reviews/planted.ts', `const start = await import('../../bin/portal/start')`, 'imports no programs'],
  ['lib/reviews/planted.ts', `import { actAs } from '../identity/act-as'`, 'imports no test material'],
  ['app/planted.tsx', `import { openDatabase } from '@/testing/database'`, 'imports no test material'],
  ['db/schema/planted.ts', `import { addDays } from '@/lib/time'`, 'db imports only settings and lists'],
  ['app/planted.tsx', `import type { Database } from '@/db/client'`, 'app goes through lib'],
  ['app/planted.tsx', `import { eq } from 'drizzle-orm'`, 'app goes through lib'],
  ['components/planted.tsx', `type Row = import('@/db/schema').Row`, 'take facts'],
  ['components/planted.tsx', `import type { People } from '@/lib/confirmations/queries'`, 'take facts'],
  [
    'components/planted.tsx',
    `import { requireAdmin } from '@/lib/identity/session'`,
    'from pure files alone',
  ],
  ['app/planted.tsx', `import NextAuth from 'next-auth'`, 'next-auth stays'],
  ['app/planted.tsx', `import Link from 'next/link'`, 'one link'],
  ['lib/reviews/planted.ts', `import { sql } from 'drizzle-orm/pg-core'`, 'SQL belongs'],
  ['lib/reviews/planted.ts', `import { db } from '@/db/client'`, 'SQL belongs'],
])('in %s, %s is refused with advice', (path, text, name) => {
  const problems = problemsWith({ [path]: `${sources.get(path) ?? ''}\n${text}\n` })
  expect(problems).toEqual([
    expect.stringMatching(new RegExp(`^${escaped(path)} → .+\\n {2}.*${name}.*\\. [A-Z]`)),
  ])
})

test.each([
  ['a type', `import type { Planted } from '@/lib/mail-planted/rules'`],
  ['a type within braces', `import { type Planted } from '@/lib/mail-planted/rules'`],
  ['a type in place', `type Planted = import('@/lib/mail-planted/rules').Planted`],
  ['a re-export', `export { planted } from '@/lib/mail-planted/rules'`],
])('two folders that import each other are a cycle, even for %s', (_, text) => {
  const problems = problemsWith({
    'lib/centres/planted.tsx': text,
    'lib/mail-planted/rules.ts': `import type { Centre } from '@/lib/centres/rules'`,
  })
  expect(problems).toEqual([
    expect.stringContaining('no cycle between folders. Two nouns that need each other'),
  ])
  expect(problems[0]).toContain('lib/centres/planted.tsx → lib/mail-planted/rules.ts')
})

test('a cycle of three is shown in full', () => {
  const problems = problemsWith({
    'lib/one/rules.ts': `import '../two/rules'`,
    'lib/two/rules.ts': `import '../three/rules'`,
    'lib/three/rules.ts': `import '../one/rules'`,
  })
  expect(problems).toEqual([expect.stringMatching(/^lib\/one → lib\/two → lib\/three → lib\/one\n/)])
})

test('tests may import across folders', () => {
  const text = `import { actAs } from '@/lib/identity/act-as'; import { tasks } from '@/lib/worker/tasks'`
  expect(problemsWith({ 'lib/time.test.ts': text })).toEqual([])
})

test('a noun has either queries.ts or queries/, not both', () => {
  expect(problemsWith({ 'lib/reviews/queries.ts': '' })).toEqual([
    expect.stringContaining('A noun has one or the other'),
  ])
})

test('reading nothing is a failure, not a pass', () => {
  expect(findProblems([], [])).toEqual([expect.stringContaining('Only 0 imports in 0 modules')])
})

test('every imported module was read itself', () => {
  const paths = new Set(sources.keys())
  const missing = imports
    .map(({ to }) => to)
    .filter((to) => !to.startsWith('npm:') && !/\.(json|css|md)$/.test(to) && !paths.has(to))
  expect(missing).toEqual([])
})

const escaped = (path: string) => path.replace(/[.()[\]]/g, '\\$&')
