import { globSync, readFileSync } from 'node:fs'

/**
 * The seconds of computing that `run` cost the programs below this one that stay: the web servers and the database. Other
 * programs of the machine take time from ours but add none to theirs, so this is steadier than a clock. NaN without /proc.
 */
export async function computing(run: () => Promise<unknown>): Promise<number> {
  const before = new Map(below(String(process.pid)))
  await run()
  const spent = below(String(process.pid)).map(([id, ticks]) => ticks - (before.get(id) ?? 0))
  return spent.length > 0 ? spent.reduce((sum, ticks) => sum + ticks, 0) / 100 : Number.NaN
}

/** How long each process below `root` has computed so far, in hundredths of a second. */
function below(root: string): [string, number][] {
  const children = Object.groupBy(globSync('/proc/[0-9]*/stat').flatMap(read), ({ parent }) => parent)
  const follow = (parent: string): [string, number][] =>
    (children[parent] ?? []).flatMap(({ id, ticks }) => [[id, ticks], ...follow(id)])
  return follow(root)
}

function read(file: string) {
  try {
    // The second field is the program's name in brackets and may hold anything.
    const [id = '', rest = ''] = readFileSync(file, 'utf8').split(/ \(.*\) . /s)
    const [parent = '', ...fields] = rest.split(' ')
    return [{ id, parent, ticks: Number(fields[9]) + Number(fields[10]) }] // in the program, and for it in the kernel
  } catch {
    return [] // it has ended meanwhile
  }
}
