import { globSync, readFileSync } from 'node:fs'

/**
 * Returns the CPU seconds that `run` cost the long-running child processes: the web servers and the database. Other
 * programs on the machine slow ours down but add no CPU time to it, so this is steadier than a clock. NaN without /proc.
 */
export async function measureCpuSeconds(run: () => Promise<unknown>): Promise<number> {
  const before = new Map(cpuTicksBelow(String(process.pid)))
  await run()
  const used = cpuTicksBelow(String(process.pid)).map(([id, ticks]) => ticks - (before.get(id) ?? 0))
  return used.length > 0 ? used.reduce((sum, ticks) => sum + ticks, 0) / 100 : Number.NaN
}

/** The CPU time of each descendant of `root` so far, in hundredths of a second. */
function cpuTicksBelow(root: string): [string, number][] {
  const children = Object.groupBy(globSync('/proc/[0-9]*/stat').flatMap(readProcess), ({ parent }) => parent)
  const follow = (parent: string): [string, number][] =>
    (children[parent] ?? []).flatMap(({ id, ticks }) => [[id, ticks], ...follow(id)])
  return follow(root)
}

function readProcess(file: string) {
  try {
    // The second field is the program's name in brackets and may hold anything.
    const [id = '', rest = ''] = readFileSync(file, 'utf8').split(/ \(.*\) . /s)
    const [parent = '', ...fields] = rest.split(' ')
    return [{ id, parent, ticks: Number(fields[9]) + Number(fields[10]) }] // user and kernel time
  } catch {
    return [] // it has ended in the meantime
  }
}
