import { readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Crew } from '../portal/crew'
import { startProgram } from '../portal/processes'
import { computing } from './cpu'
import type { Burst } from './figures'
import type { Page } from './pages'
import { FOLDER } from './portal'

const CONNECTIONS = 8

/** Asks `amount` times for a page, from a process of its own. Refuses to measure wrong answers. */
export async function shoot(crew: Crew, url: string, page: Page, amount: number): Promise<Burst> {
  const { path, method, headers, expect } = page
  const [job, answer] = [join(FOLDER, 'job.json'), join(FOLDER, 'answer.json')]
  const request = { path, method, headers }
  const variants = page.variants()
  writeFileSync(job, JSON.stringify({ url, connections: CONNECTIONS, amount, request, variants, expect }))
  const load = () => crew.finish(startProgram('The load', [resolve('bin/bench/load.mjs'), job, answer]))
  const { cpu } = await computing(load)
  const { times, sent, wrong, example = '', ...burst } = JSON.parse(readFileSync(answer, 'utf8'))
  page.used?.(sent)
  const faults = Object.entries(wrong).map(([what, count]) => `${count} × ${what}`)
  if (faults.length > 0 || times.length === 0)
    throw new Error(
      `${page.name}: ${faults.join(', ') || 'no answer'} (see ${FOLDER}/logs/web.log)\n${example}`,
    )
  return { times, seconds: burst.seconds, cpu }
}
