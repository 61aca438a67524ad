import { readdirSync, readFileSync } from 'node:fs'

/**
 * The seconds of computing that `run` cost the programs that run beside this one and stay: the web servers and the
 * database. Other programs of the machine take time from ours but add none to theirs, so this is steadier than a clock.
 * Not a number where Linux's /proc is missing.
 */
export async function computing<T>(run: () => Promise<T>): Promise<{ result: T; cpu: number }> {
  const before = descendants()
  const result = await run()
  const after = descendants()
  let nanoseconds = 0
  for (const [id, now] of after) nanoseconds += now - (before.get(id) ?? 0)
  return { result, cpu: after.size > 0 ? nanoseconds / 1e9 : Number.NaN }
}

/** How long each process below ours has computed so far, in nanoseconds. */
function descendants(): Map<number, number> {
  const parents = Object.groupBy(all(), ({ parent }) => parent)
  const found = new Map<number, number>()
  const follow = (parent: number) => {
    for (const { id } of parents[parent] ?? []) {
      found.set(id, computed(id))
      follow(id)
    }
  }
  follow(process.pid)
  return found
}

function all() {
  const ids = quietly(() => readdirSync('/proc')).filter((name) => /^\d+$/.test(name))
  return ids.flatMap((id) => {
    // The second field is the program's name in brackets and may hold anything.
    const [line = ''] = quietly(() => [readFileSync(`/proc/${id}/stat`, 'utf8')])
    const parent = Number(line.replace(/^.*\) \S /s, '').split(' ')[0])
    return line ? [{ id: Number(id), parent }] : []
  })
}

/** Of all its threads. */
const computed = (id: number) =>
  quietly(() => readdirSync(`/proc/${id}/task`))
    .flatMap((thread) => quietly(() => [readFileSync(`/proc/${id}/task/${thread}/schedstat`, 'utf8')]))
    .reduce((sum, line) => sum + Number(line.split(' ')[0]), 0)

/** A process may end while one looks at it. */
function quietly<T>(look: () => T[]): T[] {
  try {
    return look()
  } catch {
    return []
  }
}
