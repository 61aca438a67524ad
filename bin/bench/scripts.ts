import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { sharedScripts } from '../portal/manifests'
import { DIST_DIR } from './portal'

export type Weight = { route: string; bytes: number } | { route: string; why: string }

/**
 * What an empty route of this build would load: the files that the build lists for every route (React, Next's client,
 * the bundler's runtime). Next's few client components that every route has besides are counted to the pages, since
 * they share a file with ours; so the true empty route is a little heavier, and the pages a little lighter.
 */
export function emptyRoute() {
  return sum(sharedScripts(DIST_DIR))
}

/** The JavaScript that a page's HTML asks a browser of today for, compressed file by file. */
export const weigh = (html: string) => sum(scriptsOf(html))

function scriptsOf(html: string) {
  const tags = html.match(/<(script|link)\b[^>]*>/g) ?? []
  const wanted = tags.filter(
    (tag) => !/nomodule/i.test(tag) && /^<script|modulepreload|as="script"/.test(tag),
  )
  const files = wanted.flatMap((tag) => /(?:src|href)="\/_next\/([^"?]+\.js)/.exec(tag)?.[1] ?? [])
  return [...new Set(files)]
}

const sum = (files: string[]) => files.reduce((bytes, file) => bytes + compressed(file), 0)
const compressed = (file: string) => gzipSync(readFileSync(join(DIST_DIR, file)), { level: 9 }).length
