import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { builtActions, builtPages, builtRoutes, sharedScripts } from './manifests'

const built = mkdtempSync(join(tmpdir(), 'build-'))
afterAll(() => rmSync(built, { recursive: true }))
mkdirSync(join(built, 'server'))
const write = (name: string, content: unknown) => writeFileSync(join(built, name), JSON.stringify(content))

test('pages and routes are distinguished, each with its file and its route, sorted by file', () => {
  write('app-path-routes-manifest.json', {
    '/page': '/',
    '/uploads/route': '/uploads',
    '/staff/reviews/[id]/page': '/staff/reviews/[id]',
    '/(member)/account/page': '/account',
  })
  expect(builtPages(built)).toEqual([
    { file: '/(member)/account/page', route: '/account' },
    { file: '/page', route: '/' },
    { file: '/staff/reviews/[id]/page', route: '/staff/reviews/[id]' },
  ])
  expect(builtRoutes(built)).toEqual([{ file: '/uploads/route', route: '/uploads' }])
})

test('actions are identified by their file and name', () => {
  const action = { filename: 'app/actions.ts', exportedName: 'signOutHere', workers: {} }
  write('server/server-reference-manifest.json', { node: { '00ab': action }, edge: {}, encryptionKey: '' })
  expect([...builtActions(built)]).toEqual([['app/actions.ts#signOutHere', '00ab']])
})

test('the scripts of every page are listed', () => {
  write('build-manifest.json', { pages: {}, rootMainFiles: ['static/chunks/a.js'] })
  expect(sharedScripts(built)).toEqual(['static/chunks/a.js'])
})

test('a manifest whose format has changed is refused with the name of its file', () => {
  write('app-path-routes-manifest.json', [{ file: '/page' }])
  expect(() => builtPages(built)).toThrow(/app-path-routes-manifest\.json in a format/)
  write('server/server-reference-manifest.json', { node: { '00ab': { workers: {} } }, edge: {} })
  expect(() => builtActions(built)).toThrow(/server-reference-manifest\.json in a format/)
  write('build-manifest.json', { rootMainFiles: [] })
  expect(() => sharedScripts(built)).toThrow(/build-manifest\.json in a format/)
})
